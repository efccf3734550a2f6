import { add, divide, multiply, result } from "./doubleDouble";
import { exp } from "./exponential";
import { log1p } from "./logarithm";

/** σ, σ′, softplus and log σ in double-double, stable over all doubles: only e^−|x| ≤ 1 is ever formed. */

/** Leaves σ(x) in `result`. */
export function sigmoid(hi: number, lo: number): void {
  if (Math.abs(hi) < 2 ** -20) {
    nearHalf(hi / 4, lo / 4 - (hi * hi * hi) / 48);
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
  if (hi > 746) {
    result[0] = hi;
    result[1] = lo;
    return;
  }
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
 * σ = ½ + x/4 − x³/48 + … . Where ½ + x/4 is half-way between two doubles, the rest decides the rounding even if it is
 * far below double-double: then lo is moved by its own last bit.
 */
function nearHalf(quarter: number, rest: number): void {
  const hi = 0.5 + quarter;
  const error = quarter - (hi - 0.5);
  const lo = error + rest;
  result[0] = hi;
  result[1] = lo === error && rest !== 0 ? error * (1 + Math.sign(error * rest) * 2 ** -52) : lo;
}

function exponentialOfMinusSize(hi: number, lo: number): void {
  if (hi > 0) exp(-hi, -lo);
  else exp(hi, lo);
}
