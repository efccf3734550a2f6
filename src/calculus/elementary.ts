import { divideBounded } from "./arithmetic";
import { cos, largestAngle, sin } from "./circular";
import { doubleUnary } from "./doubleColumn";
import { add, divide, result, squareRoot } from "./doubleDouble";
import { erf as erfDouble } from "./erf";
import { erf as erfExact, twoOverRootPi } from "./errorFunction";
import { type BoundedFunction, evaluationError, exactUnary, undefinedResult, unknown } from "./exactColumn";
import { exp, expm1 } from "./exponential";
import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { log } from "./logarithm";
import type { OperationRow } from "./OperationRow";

/** The functions of one variable. Each bound: the largest slope over the argument's interval times its bound, plus the evaluation's own error. */

/** |e^(a+δ) − e^a| = e^a (e^δ − 1) ≤ 2 e^a δ for δ ≤ 1. */
export function expBounded(hi: number, lo: number, bound: number): number {
  exp(hi, lo);
  if (!(bound <= 1)) return unknown();
  const value = result[0] as number;
  return 2 * value * bound + evaluationError(value);
}

/** log is steepest at the interval's lower end. */
export function logBounded(hi: number, lo: number, bound: number): number {
  if (!(hi > bound)) return hi < -bound || bound === 0 ? undefinedResult() : unknown();
  log(hi, lo);
  return bound / ((hi - bound) * (1 - 2 ** -50)) + evaluationError(result[0] as number);
}

function sqrtBounded(hi: number, lo: number, bound: number): number {
  if (hi < -bound) return undefinedResult();
  if (hi < 0) return unknown();
  squareRoot(hi, lo);
  const root = result[0] as number;
  const carried = bound === 0 ? 0 : hi > bound ? bound / Math.sqrt(hi - bound) : Math.sqrt(2 * bound);
  return carried + evaluationError(root);
}

/** Slope at most 1. Past π/4 the value may be near 0 by cancellation, so its error is absolute. */
function circular(f: (hi: number, lo: number) => void): BoundedFunction {
  return (hi, lo, bound) => {
    if (Math.abs(hi) > largestAngle) return unknown();
    f(hi, lo);
    return bound + evaluationError(Math.abs(hi) < 0.7 ? (result[0] as number) : 1 + Math.abs(hi));
  };
}

const sinBounded = circular(sin);
const cosBounded = circular(cos);

function tanBounded(hi: number, lo: number, bound: number): number {
  const sinError = sinBounded(hi, lo, bound);
  const sh = result[0] as number;
  const sl = result[1] as number;
  const cosError = cosBounded(hi, lo, bound);
  return divideBounded(sh, sl, sinError, result[0] as number, result[1] as number, cosError);
}

/** sinh |x| = (t + t/(t + 1))/2 with t = e^|x| − 1. */
function sinhBounded(hi: number, lo: number, bound: number): number {
  const sign = hi < 0 ? -1 : 1;
  expm1(sign * hi, sign * lo);
  const th = result[0] as number;
  const tl = result[1] as number;
  add(th, tl, 1, 0);
  divide(th, tl, result[0] as number, result[1] as number);
  add(th, tl, result[0] as number, result[1] as number);
  return scaledBy(sign / 2, bound * 2 * (th + 1));
}

function coshBounded(hi: number, lo: number, bound: number): number {
  const sign = hi < 0 ? -1 : 1;
  exp(sign * hi, sign * lo);
  const eh = result[0] as number;
  const el = result[1] as number;
  divide(1, 0, eh, el);
  add(eh, el, result[0] as number, result[1] as number);
  return scaledBy(1 / 2, bound * 2 * eh);
}

/** For sinh and cosh, whose slope over the interval is at most e^(|x| + bound) ≤ 3 e^|x|, here halved. */
function scaledBy(factor: number, carried: number): number {
  result[0] = (result[0] as number) * factor;
  result[1] = (result[1] as number) * factor;
  return carried > 1e300 ? unknown() : carried + evaluationError(result[0]);
}

/** tanh |x| = t/(t + 2) with t = e^2|x| − 1; 1 to 2^−106 past 40. */
function tanhBounded(hi: number, lo: number, bound: number): number {
  const sign = hi < 0 ? -1 : 1;
  result[0] = 1;
  result[1] = 0;
  if (Math.abs(hi) < 40) {
    expm1(2 * sign * hi, 2 * sign * lo);
    const th = result[0];
    const tl = result[1];
    add(th, tl, 2, 0);
    divide(th, tl, result[0], result[1]);
  }
  result[0] = result[0] * sign;
  result[1] = result[1] * sign;
  return bound + evaluationError(result[0]);
}

function erfBounded(hi: number, lo: number, bound: number): number {
  erfExact(hi, lo);
  return 1.2 * bound + evaluationError(result[0] as number);
}

const two = (b: GraphBuilder): NodeId => b.constant(2);

export const expRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = Math.exp(memory[a + i] as number);
  },
  exact: exactUnary(expBounded),
  pull: (b, node, _args, adjoint) => b.times(adjoint, node),
};

export const logRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = Math.log(memory[a + i] as number);
  },
  exact: exactUnary(logBounded),
  pull: (b, _node, [x = 0], adjoint) => b.over(adjoint, x),
};

export const sqrtRow: OperationRow = {
  double: doubleUnary(Math.sqrt),
  exact: exactUnary(sqrtBounded),
  pull: (b, node, _args, adjoint) => b.over(adjoint, b.times(two(b), node)),
};

export const sinRow: OperationRow = {
  double: doubleUnary(Math.sin),
  exact: exactUnary(sinBounded),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("cos", args)),
};

export const cosRow: OperationRow = {
  double: doubleUnary(Math.cos),
  exact: exactUnary(cosBounded),
  pull: (b, _node, args, adjoint) => b.negative(b.times(adjoint, b.apply("sin", args))),
};

export const tanRow: OperationRow = {
  double: doubleUnary(Math.tan),
  exact: exactUnary(tanBounded),
  pull: (b, node, _args, adjoint) => b.times(adjoint, b.plus(b.constant(1), b.raise(node, two(b)))),
};

export const sinhRow: OperationRow = {
  double: doubleUnary(Math.sinh),
  exact: exactUnary(sinhBounded),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("cosh", args)),
};

export const coshRow: OperationRow = {
  double: doubleUnary(Math.cosh),
  exact: exactUnary(coshBounded),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("sinh", args)),
};

export const tanhRow: OperationRow = {
  double: doubleUnary(Math.tanh),
  exact: exactUnary(tanhBounded),
  pull: (b, node, _args, adjoint) => b.times(adjoint, b.minus(b.constant(1), b.raise(node, two(b)))),
};

export const erfRow: OperationRow = {
  double: doubleUnary(erfDouble),
  exact: exactUnary(erfBounded),
  pull: (b, _node, [x = 0], adjoint) =>
    b.times(adjoint, b.times(b.constant(twoOverRootPi), b.apply("exp", [b.negative(b.raise(x, two(b)))]))),
};
