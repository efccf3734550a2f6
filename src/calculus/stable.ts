/**
 * The logistic functions in doubles, stable over all of them: only e^−|x| ≤ 1 is ever formed, so nothing overflows and
 * no two nearly equal numbers are subtracted. These serve the live page; verdicts rest on `logisticExact`.
 */

export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** σ′ = e/(1 + e)², e = e^−|x|: σ(1 − σ) is 0 past 37. */
export function sigmoidPrime(x: number): number {
  const e = Math.exp(-Math.abs(x));
  const d = 1 + e;
  return (e / (d * d)) * (1 - (2 * lostBy(e, d)) / d);
}

/** σ″ = −sign(x) · e (1 − e)/(1 + e)³. */
export function sigmoidSecond(x: number): number {
  const e = Math.exp(-Math.abs(x));
  const d = 1 + e;
  const size = ((e * Math.expm1(-Math.abs(x))) / (d * d * d)) * (1 - (3 * lostBy(e, d)) / d);
  return x > 0 ? size : -size;
}

/** log(1 + e^x). */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

export function logSigmoid(x: number): number {
  return -softplus(-x);
}

/** What rounding d = 1 + e lost of e. */
function lostBy(e: number, d: number): number {
  return e - (d - 1);
}
