import { type Kernel, place } from "./Kernel";
import type { OperationRow } from "./OperationRow";

/**
 * log Σ e^z_k and the softmax, column after column. The weights e^(z_k − max) are formed once for the logarithm and for
 * every entry of the softmax. One infinite logit has its limit; where several are, or all are −∞, nothing is defined.
 */

/** max z_k. */
export const greatest: Kernel = (memory, to, operands, from, until, count) => {
  const at = place(to);
  const size = place(count);
  const first = place(operands[from]);
  for (let i = 0; i < size; i += 1) memory[at + i] = memory[first + i] as number;
  for (let k = from + 1; k < until; k += 1) {
    const z = place(operands[k]);
    for (let i = 0; i < size; i += 1) memory[at + i] = Math.max(memory[at + i] as number, memory[z + i] as number);
  }
};

/** e^(z − top); a greatest logit weighs 1, an infinite one too. */
export const weight: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const z = place(operands[from]);
  const top = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) {
    const own = memory[z + i] as number;
    const most = memory[top + i] as number;
    memory[at + i] = own === most ? 1 : Math.exp(own - most);
  }
};

/** Σ of the weights without one of the greatest, of top and all weights: log(1 + others) keeps what a 1 would swallow. */
export const others: Kernel = (memory, to, operands, from, until, count) => {
  const at = place(to);
  const size = place(count);
  for (let i = 0; i < size; i += 1) memory[at + i] = -1;
  for (let k = from + 1; k < until; k += 1) {
    const w = place(operands[k]);
    for (let i = 0; i < size; i += 1) if (memory[w + i] === 1) memory[at + i] = (memory[at + i] as number) + 1;
  }
  const top = place(operands[from]);
  for (let i = 0; i < size; i += 1)
    if (memory[at + i] !== 0 && !Number.isFinite(memory[top + i])) memory[at + i] = Number.NaN;
  for (let k = from + 1; k < until; k += 1) {
    const w = place(operands[k]);
    for (let i = 0; i < size; i += 1) {
      const value = memory[w + i] as number;
      if (value !== 1) memory[at + i] = (memory[at + i] as number) + value;
    }
  }
};

/** log Σ e^z_k = top + log(1 + others). */
export const logTotal: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const top = place(operands[from]);
  const rest = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1)
    memory[at + i] = (memory[top + i] as number) + Math.log1p(memory[rest + i] as number);
};

/** 1/Σ of all weights, of top and that sum: an entry of the softmax is its weight times this. */
export const overTotal: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const top = place(operands[from]);
  const total = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) {
    const sum = memory[total + i] as number;
    memory[at + i] = sum !== 1 && !Number.isFinite(memory[top + i]) ? Number.NaN : 1 / sum;
  }
};

/** ∂/∂z_k is the softmax: e^(z_k − log Σ e^z). */
export const logSumExpRow: OperationRow = {
  double: null,
  pull: (b, node, args, adjoint, index) => b.times(adjoint, b.apply("exp", [b.minus(args[index] ?? node, node)])),
};
