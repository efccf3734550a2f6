import { add, divide, multiply, result } from "./doubleDouble";
import { ratioToDoubleDouble } from "./exactRatio";
import { fixedLogTwo, fixedToDoubleDouble, logarithmTable } from "./fixedPoint";

/**
 * log x in double-double. x = 2^k · m with √½ ≤ m < √2; with n = round(128/m) the product m·n/128 = 1 + z has
 * |z| < 2^−7, and log x = k·log 2 − log(n/128) + log(1 + z). Near x = 1 both k and log(n/128) are 0, so the relative
 * precision is kept there.
 */
const logTwo = fixedToDoubleDouble(fixedLogTwo);
const firstIndex = 90;
const table = logarithmTable(firstIndex, 182, 128);
const tableHi = Float64Array.from(table, ({ hi }) => hi);
const tableLo = Float64Array.from(table, ({ lo }) => lo);
const third = ratioToDoubleDouble(1n, 3n);
const fifth = ratioToDoubleDouble(1n, 5n);
const binarySteps = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1];
const binaryPowers = binarySteps.map((step) => 2 ** step);

/** Leaves log x in `result`; x > 0. */
export function log(xh: number, xl: number): void {
  let k = 0;
  let size = xh;
  for (let i = 0; i < binarySteps.length; i += 1) {
    const step = binarySteps[i] as number;
    const power = binaryPowers[i] as number;
    while (size >= power) {
      size /= power;
      k += step;
    }
    while (size < 2 / power) {
      size *= power;
      k -= step;
    }
  }
  if (size > Math.SQRT2) {
    size /= 2;
    k += 1;
  }
  // Scaling is by a power of two, so the quotient is exact; where it overflows, lo is 0.
  const ml = xl === 0 ? 0 : xl * (size / xh);
  const n = Math.floor(128 / size + 0.5);
  multiply(size, ml, n / 128, 0);
  add(result[0] as number, result[1] as number, -1, 0);
  smallLog1p(result[0] as number, result[1] as number);
  if (n !== 128) {
    add(
      result[0] as number,
      result[1] as number,
      -(tableHi[n - firstIndex] as number),
      -(tableLo[n - firstIndex] as number),
    );
  }
  if (k === 0) return;
  const sh = result[0] as number;
  const sl = result[1] as number;
  multiply(k, 0, logTwo.hi, logTwo.lo);
  add(result[0] as number, result[1] as number, sh, sl);
}

/** Leaves log(1 + z) in `result`, to full relative precision near 0; z > −1. */
export function log1p(zh: number, zl: number): void {
  if (Math.abs(zh) < 1 / 128) {
    smallLog1p(zh, zl);
    return;
  }
  add(1, 0, zh, zl);
  log(result[0] as number, result[1] as number);
}

/** log(1 + z) = 2 artanh s with s = z/(2 + z), |s| < 2^−8: s + s³/3 + s⁵/5 in double-double, the rest in double. */
function smallLog1p(zh: number, zl: number): void {
  if (zh === 0) {
    result[0] = 0;
    result[1] = 0;
    return;
  }
  add(2, 0, zh, zl);
  divide(zh, zl, result[0] as number, result[1] as number);
  const sh = result[0] as number;
  const sl = result[1] as number;
  multiply(sh, sl, sh, sl);
  const qh = result[0] as number;
  const ql = result[1] as number;
  const tail = qh * (1 / 7 + qh * (1 / 9 + qh * (1 / 11 + qh * (1 / 13 + qh * (1 / 15)))));
  add(fifth.hi, fifth.lo, tail, 0);
  multiply(result[0] as number, result[1] as number, qh, ql);
  add(result[0] as number, result[1] as number, third.hi, third.lo);
  multiply(result[0] as number, result[1] as number, qh, ql);
  multiply(result[0] as number, result[1] as number, sh, sl);
  add(result[0] as number, result[1] as number, sh, sl);
  result[0] = (result[0] as number) * 2;
  result[1] = (result[1] as number) * 2;
}
