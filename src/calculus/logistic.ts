import { type Kernel, place } from "./Kernel";
import type { OperationRow } from "./OperationRow";

/**
 * σ and softplus as single operations: the stable forms of what documents write with e^z. Only e = e^−|z| ≤ 1 is ever
 * formed, so nothing overflows and no two nearly equal numbers are subtracted (as in `stable`). σ(z), σ(−z), softplus z
 * and softplus(−z) are made of the same e and log(1 + e): a loss and its gradient pay for one exponential.
 */

/** e^−|z|. */
export const decay: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const z = place(operands[from]);
  for (let i = 0; i < size; i += 1) memory[at + i] = Math.exp(-Math.abs(memory[z + i] as number));
};

/** log(1 + e). */
export const logOnePlus: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const e = place(operands[from]);
  for (let i = 0; i < size; i += 1) memory[at + i] = Math.log1p(memory[e + i] as number);
};

/** σ(z) of z and e. */
export const rise: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const z = place(operands[from]);
  const e = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) {
    const power = memory[e + i] as number;
    memory[at + i] = ((memory[z + i] as number) >= 0 ? 1 : power) / (1 + power);
  }
};

/** σ(−z) of z and e. */
export const fall: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const z = place(operands[from]);
  const e = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) {
    const power = memory[e + i] as number;
    memory[at + i] = ((memory[z + i] as number) <= 0 ? 1 : power) / (1 + power);
  }
};

/** softplus z of z and log(1 + e). */
export const softRise: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const z = place(operands[from]);
  const log = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) memory[at + i] = Math.max(memory[z + i] as number, 0) + (memory[log + i] as number);
};

/** softplus(−z) of z and log(1 + e). */
export const softFall: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const z = place(operands[from]);
  const log = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1)
    memory[at + i] = Math.max(-(memory[z + i] as number), 0) + (memory[log + i] as number);
};

export const sigmoidRow: OperationRow = {
  double: null,
  pull: (b, node, [x = 0], adjoint) => b.times(adjoint, b.times(node, b.apply("sigmoid", [b.negative(x)]))),
};

export const softplusRow: OperationRow = {
  double: null,
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("sigmoid", args)),
};
