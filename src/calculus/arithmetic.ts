import type { DoubleColumn, OperationRow } from "./OperationRow";

/** The field operations on columns. */

const addDouble: DoubleColumn = (memory, to, args, from, until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = (memory[a + i] as number) + (memory[b + i] as number);
  for (let k = from + 2; k < until; k += 1) {
    const c = args[k] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = (memory[to + i] as number) + (memory[c + i] as number);
  }
};

const multiplyDouble: DoubleColumn = (memory, to, args, from, until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = (memory[a + i] as number) * (memory[b + i] as number);
  for (let k = from + 2; k < until; k += 1) {
    const c = args[k] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = (memory[to + i] as number) * (memory[c + i] as number);
  }
};

const divideDouble: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = (memory[a + i] as number) / (memory[b + i] as number);
};

const negateDouble: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = -(memory[a + i] as number);
};

const copyDouble: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  memory.copyWithin(to, a, a + count);
};

export const addRow: OperationRow = {
  double: addDouble,
  pull: (_b, _node, _args, adjoint) => adjoint,
};

export const multiplyRow: OperationRow = {
  double: multiplyDouble,
  pull: (b, _node, args, adjoint, index) => b.times(adjoint, b.product(args.filter((_, i) => i !== index))),
};

export const divideRow: OperationRow = {
  double: divideDouble,
  pull: (b, node, [, divisor = node], adjoint, index) =>
    index === 0 ? b.over(adjoint, divisor) : b.negative(b.times(adjoint, b.over(node, divisor))),
};

export const negateRow: OperationRow = {
  double: negateDouble,
  pull: (b, _node, _args, adjoint) => b.negative(adjoint),
};

export const frozenRow: OperationRow = { double: copyDouble, pull: () => null };
