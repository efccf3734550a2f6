import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { binary, type Kernel, place, unary } from "./Kernel";
import type { OperationRow } from "./OperationRow";

/** Values in pieces. Derivatives are undefined at the borders, where the two sides have different slopes. */

/** An argument's share: adjoint where it alone is extreme, 0 where it isn't, undefined where several are. */
function extremePull(b: GraphBuilder, node: NodeId, args: readonly NodeId[], adjoint: NodeId, index: number): NodeId {
  const arg = args[index] ?? node;
  const attained = b.sum(args.map((other) => b.apply("equal", [other, node])));
  const alone = b.apply("lessEqual", [attained, b.constant(1)]);
  const share = b.apply("select", [alone, adjoint, b.constant(Number.NaN)]);
  return b.apply("select", [b.apply("equal", [arg, node]), share, b.constant(0)]);
}

const less = (x: number, y: number): number => (x < y ? 1 : x >= y ? 0 : Number.NaN);
const lessEqual = (x: number, y: number): number => (x <= y ? 1 : x > y ? 0 : Number.NaN);
const equal = (x: number, y: number): number => (x === y ? 1 : Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : 0);

export const lessRow: OperationRow = { double: binary(less), pull: () => null };

export const lessEqualRow: OperationRow = {
  double: binary(lessEqual),
  pull: () => null,
};

export const equalRow: OperationRow = {
  double: binary(equal),
  pull: () => null,
};

const select: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const condition = place(operands[from]);
  const yes = place(operands[from + 1]);
  const no = place(operands[from + 2]);
  for (let i = 0; i < size; i += 1) {
    const truth = memory[condition + i] as number;
    if (truth === 0) memory[at + i] = memory[no + i] as number;
    else memory[at + i] = Number.isNaN(truth) ? truth : (memory[yes + i] as number);
  }
};

/** A function of two doubles folded over any number of arguments, column after column. */
function fold(f: (x: number, y: number) => number): Kernel {
  return (memory, to, operands, from, until, count) => {
    const at = place(to);
    const size = place(count);
    const first = place(operands[from]);
    for (let i = 0; i < size; i += 1) memory[at + i] = memory[first + i] as number;
    for (let k = from + 1; k < until; k += 1) {
      const a = place(operands[k]);
      for (let i = 0; i < size; i += 1) memory[at + i] = f(memory[at + i] as number, memory[a + i] as number);
    }
  };
}

export const selectRow: OperationRow = {
  double: select,
  pull: (b, _node, [condition = 0], adjoint, index) => {
    const zero = b.constant(0);
    if (index === 0) return null;
    return b.apply("select", index === 1 ? [condition, adjoint, zero] : [condition, zero, adjoint]);
  },
};

export const maxRow: OperationRow = { double: fold(Math.max), pull: extremePull };

export const minRow: OperationRow = { double: fold(Math.min), pull: extremePull };

export const absRow: OperationRow = {
  double: unary(Math.abs),
  pull: (b, _node, [x = 0], adjoint) => {
    const border = b.apply("equal", [x, b.constant(0)]);
    return b.times(adjoint, b.apply("select", [border, b.constant(Number.NaN), b.apply("sign", [x])]));
  },
};

export const signRow: OperationRow = {
  double: unary(Math.sign),
  pull: () => null,
};
