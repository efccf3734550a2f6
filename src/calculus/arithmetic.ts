import { type Kernel, place } from "./Kernel";
import type { OperationRow } from "./OperationRow";

/** The field operations on columns. A loop costs about as much as two operations in it, so products are added at once. */

export const add: Kernel = (memory, to, operands, from, until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[a + i] as number) + (memory[b + i] as number);
  for (let k = from + 2; k < until; k += 1) {
    const c = place(operands[k]);
    for (let i = 0; i < size; i += 1) memory[at + i] = (memory[at + i] as number) + (memory[c + i] as number);
  }
};

export const multiply: Kernel = (memory, to, operands, from, until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[a + i] as number) * (memory[b + i] as number);
  for (let k = from + 2; k < until; k += 1) {
    const c = place(operands[k]);
    for (let i = 0; i < size; i += 1) memory[at + i] = (memory[at + i] as number) * (memory[c + i] as number);
  }
};

/** a − b. */
export const subtract: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[a + i] as number) - (memory[b + i] as number);
};

export const divide: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[a + i] as number) / (memory[b + i] as number);
};

/** −a. */
export const negate: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  for (let i = 0; i < size; i += 1) memory[at + i] = -(memory[a + i] as number);
};

/** a·b + c, rounded twice as the two operations are. */
export const multiplyAdd: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  const c = place(operands[from + 2]);
  for (let i = 0; i < size; i += 1)
    memory[at + i] = (memory[a + i] as number) * (memory[b + i] as number) + (memory[c + i] as number);
};

/** a·b − c. */
export const multiplySubtract: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  const c = place(operands[from + 2]);
  for (let i = 0; i < size; i += 1)
    memory[at + i] = (memory[a + i] as number) * (memory[b + i] as number) - (memory[c + i] as number);
};

export const addRow: OperationRow = {
  double: add,
  pull: (_b, _node, _args, adjoint) => adjoint,
};

export const multiplyRow: OperationRow = {
  double: multiply,
  pull: (b, _node, args, adjoint, index) => b.times(adjoint, b.product(args.filter((_, i) => i !== index))),
};

export const divideRow: OperationRow = {
  double: divide,
  pull: (b, node, [, divisor = node], adjoint, index) =>
    index === 0 ? b.over(adjoint, divisor) : b.negative(b.times(adjoint, b.over(node, divisor))),
};

export const negateRow: OperationRow = {
  double: negate,
  pull: (b, _node, _args, adjoint) => b.negative(adjoint),
};

export const frozenRow: OperationRow = { double: null, pull: () => null };
