import { doubleBinary, doubleFold, doubleUnary } from "./doubleColumn";
import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
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

export const lessRow: OperationRow = { double: doubleBinary(less), pull: () => null };

export const lessEqualRow: OperationRow = {
  double: doubleBinary(lessEqual),
  pull: () => null,
};

export const equalRow: OperationRow = {
  double: doubleBinary(equal),
  pull: () => null,
};

export const selectRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const condition = args[from] as number;
    const yes = args[from + 1] as number;
    const no = args[from + 2] as number;
    for (let i = 0; i < count; i += 1) {
      const truth = memory[condition + i] as number;
      memory[to + i] =
        truth === 0 ? (memory[no + i] as number) : !Number.isNaN(truth) ? (memory[yes + i] as number) : truth;
    }
  },
  pull: (b, _node, [condition = 0], adjoint, index) => {
    const zero = b.constant(0);
    if (index === 0) return null;
    return b.apply("select", index === 1 ? [condition, adjoint, zero] : [condition, zero, adjoint]);
  },
};

export const maxRow: OperationRow = { double: doubleFold(Math.max), pull: extremePull };

export const minRow: OperationRow = { double: doubleFold(Math.min), pull: extremePull };

export const absRow: OperationRow = {
  double: doubleUnary(Math.abs),
  pull: (b, _node, [x = 0], adjoint) => {
    const border = b.apply("equal", [x, b.constant(0)]);
    return b.times(adjoint, b.apply("select", [border, b.constant(Number.NaN), b.apply("sign", [x])]));
  },
};

export const signRow: OperationRow = {
  double: doubleUnary(Math.sign),
  pull: () => null,
};
