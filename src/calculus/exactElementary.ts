import { cos, largestAngle, sin } from "./circular";
import { add, divide, result, squareRoot } from "./doubleDouble";
import { erf } from "./errorFunction";
import { divideBounded } from "./exactArithmetic";
import { type BoundedFunction, evaluationError, exactUnary, undefinedResult, unknown } from "./exactColumn";
import { exp, expm1 } from "./exponential";
import { log } from "./logarithm";
import type { ExactColumn } from "./OperationRow";

/** The functions of one variable in double-double. Each bound: the largest slope over the argument's interval times its bound, plus the evaluation's own error. */

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
  erf(hi, lo);
  return 1.2 * bound + evaluationError(result[0] as number);
}

export const expExact: ExactColumn = exactUnary(expBounded);

export const logExact: ExactColumn = exactUnary(logBounded);

export const sqrtExact: ExactColumn = exactUnary(sqrtBounded);

export const sinExact: ExactColumn = exactUnary(sinBounded);

export const cosExact: ExactColumn = exactUnary(cosBounded);

export const tanExact: ExactColumn = exactUnary(tanBounded);

export const sinhExact: ExactColumn = exactUnary(sinhBounded);

export const coshExact: ExactColumn = exactUnary(coshBounded);

export const tanhExact: ExactColumn = exactUnary(tanhBounded);

export const erfExact: ExactColumn = exactUnary(erfBounded);
