import { add, divide, multiply, result } from "./doubleDouble";
import { exp } from "./exponential";
import { log1p } from "./logarithm";

/** σ, σ′, softplus and log σ in double-double, stable over all doubles: only e^−|x| ≤ 1 is ever formed. */

/** Leaves σ(x) in `result`. */
export function sigmoid(hi: number, lo: number): void {
  if (Math.abs(hi) < 2 ** -28) {
    nearHalf(hi / 4 + lo / 4);
    return;
  }
  exponentialOfMinusSize(hi, lo);
  const eh = result[0] as number;
  const el = result[1] as number;
  if (hi < -700) return;
  add(1, 0, eh, el);
  if (hi < 0) divide(eh, el, result[0] as number, result[1] as number);
  else divide(1, 0, result[0] as number, result[1] as number);
}

/** Leaves σ′(x) = e/(1 + e)² in `result`. */
export function sigmoidPrime(hi: number, lo: number): void {
  exponentialOfMinusSize(hi, lo);
  const eh = result[0] as number;
  const el = result[1] as number;
  if (Math.abs(hi) > 700) return;
  add(1, 0, eh, el);
  multiply(result[0] as number, result[1] as number, result[0] as number, result[1] as number);
  divide(eh, el, result[0] as number, result[1] as number);
}

/** Leaves log(1 + e^x) = max(x, 0) + log(1 + e^−|x|) in `result`. */
export function softplus(hi: number, lo: number): void {
  exponentialOfMinusSize(hi, lo);
  if (Math.abs(hi) < 700) log1p(result[0] as number, result[1] as number);
  if (hi > 0) add(hi, lo, result[0] as number, result[1] as number);
}

/** Leaves log σ(x) = −log(1 + e^−x) in `result`. */
export function logSigmoid(hi: number, lo: number): void {
  softplus(-hi, -lo);
  result[0] = -(result[0] as number);
  result[1] = -(result[1] as number);
}

/**
 * σ = ½ + x/4 − x³/48: the cubic term is far below double-double but decides the rounding where ½ + x/4 is half-way
 * between two doubles, so x/4 is taken one last bit smaller.
 */
function nearHalf(quarter: number): void {
  const slope = quarter * (1 - 2 ** -53);
  const hi = 0.5 + slope;
  result[0] = hi;
  result[1] = slope - (hi - 0.5);
}

function exponentialOfMinusSize(hi: number, lo: number): void {
  if (hi > 0) exp(-hi, -lo);
  else exp(hi, lo);
}
