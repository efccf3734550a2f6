import { erf, twoOverRootPi } from "./erf";
import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { type Kernel, place, unary } from "./Kernel";
import type { OperationRow } from "./OperationRow";

/** The functions of one variable. */

const two = (b: GraphBuilder): NodeId => b.constant(2);

export const exp: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  for (let i = 0; i < size; i += 1) memory[at + i] = Math.exp(memory[a + i] as number);
};

const log: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  for (let i = 0; i < size; i += 1) memory[at + i] = Math.log(memory[a + i] as number);
};

export const expRow: OperationRow = {
  double: exp,
  pull: (b, node, _args, adjoint) => b.times(adjoint, node),
};

export const logRow: OperationRow = {
  double: log,
  pull: (b, _node, [x = 0], adjoint) => b.over(adjoint, x),
};

export const sqrtRow: OperationRow = {
  double: unary(Math.sqrt),
  pull: (b, node, _args, adjoint) => b.over(adjoint, b.times(two(b), node)),
};

export const sinRow: OperationRow = {
  double: unary(Math.sin),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("cos", args)),
};

export const cosRow: OperationRow = {
  double: unary(Math.cos),
  pull: (b, _node, args, adjoint) => b.negative(b.times(adjoint, b.apply("sin", args))),
};

export const tanRow: OperationRow = {
  double: unary(Math.tan),
  pull: (b, node, _args, adjoint) => b.times(adjoint, b.plus(b.constant(1), b.raise(node, two(b)))),
};

export const sinhRow: OperationRow = {
  double: unary(Math.sinh),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("cosh", args)),
};

export const coshRow: OperationRow = {
  double: unary(Math.cosh),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("sinh", args)),
};

export const tanhRow: OperationRow = {
  double: unary(Math.tanh),
  pull: (b, node, _args, adjoint) => b.times(adjoint, b.minus(b.constant(1), b.raise(node, two(b)))),
};

export const erfRow: OperationRow = {
  double: unary(erf),
  pull: (b, _node, [x = 0], adjoint) =>
    b.times(adjoint, b.times(b.constant(twoOverRootPi), b.apply("exp", [b.negative(b.raise(x, two(b)))]))),
};
