import { doubleUnary } from "./doubleColumn";
import { erf, twoOverRootPi } from "./erf";
import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import type { OperationRow } from "./OperationRow";

/** The functions of one variable. */

const two = (b: GraphBuilder): NodeId => b.constant(2);

export const expRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = Math.exp(memory[a + i] as number);
  },
  pull: (b, node, _args, adjoint) => b.times(adjoint, node),
};

export const logRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = Math.log(memory[a + i] as number);
  },
  pull: (b, _node, [x = 0], adjoint) => b.over(adjoint, x),
};

export const sqrtRow: OperationRow = {
  double: doubleUnary(Math.sqrt),
  pull: (b, node, _args, adjoint) => b.over(adjoint, b.times(two(b), node)),
};

export const sinRow: OperationRow = {
  double: doubleUnary(Math.sin),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("cos", args)),
};

export const cosRow: OperationRow = {
  double: doubleUnary(Math.cos),
  pull: (b, _node, args, adjoint) => b.negative(b.times(adjoint, b.apply("sin", args))),
};

export const tanRow: OperationRow = {
  double: doubleUnary(Math.tan),
  pull: (b, node, _args, adjoint) => b.times(adjoint, b.plus(b.constant(1), b.raise(node, two(b)))),
};

export const sinhRow: OperationRow = {
  double: doubleUnary(Math.sinh),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("cosh", args)),
};

export const coshRow: OperationRow = {
  double: doubleUnary(Math.cosh),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("sinh", args)),
};

export const tanhRow: OperationRow = {
  double: doubleUnary(Math.tanh),
  pull: (b, node, _args, adjoint) => b.times(adjoint, b.minus(b.constant(1), b.raise(node, two(b)))),
};

export const erfRow: OperationRow = {
  double: doubleUnary(erf),
  pull: (b, _node, [x = 0], adjoint) =>
    b.times(adjoint, b.times(b.constant(twoOverRootPi), b.apply("exp", [b.negative(b.raise(x, two(b)))]))),
};
