import { add, multiply, result } from "./doubleDouble";
import { ratioToDoubleDouble } from "./exactRatio";
import { fixedPi, fixedToParts } from "./fixedPoint";

/**
 * sin and cos in double-double: x − m·π/2 with π/2 in four parts of 33 bits, so that the products with |m| < 2^20 are
 * exact, then Taylor's series on |r| ≤ π/4.
 */
const parts = fixedToParts(fixedPi / 2n, 33, 5);
const reciprocals = Array.from({ length: 31 }, (_, k) => ratioToDoubleDouble(1n, BigInt(Math.max(1, k * (k - 1)))));

/** Past this the reduction has too few bits of π. */
export const largestAngle = 2 ** 19;

export function sin(xh: number, xl: number): void {
  shifted(xh, xl, 0);
}

export function cos(xh: number, xl: number): void {
  shifted(xh, xl, 1);
}

/** sin(x + quarter·π/2). */
function shifted(xh: number, xl: number, quarter: number): void {
  const m = Math.floor(xh / (parts[0] as number) + 0.5);
  result[0] = xh;
  result[1] = xl;
  if (m !== 0) {
    for (const part of parts) add(result[0], result[1], -m * part, 0);
  }
  const turn = (((m + quarter) % 4) + 4) % 4;
  const rh = result[0];
  const rl = result[1];
  if (turn % 2 === 0) sinSeries(rh, rl);
  else cosSeries(rh, rl);
  if (turn >= 2) {
    result[0] = -result[0];
    result[1] = -result[1];
  }
}

/** r·(1 − r²/(2·3)·(1 − r²/(4·5)·(…))), the last term r^29/29!. */
function sinSeries(rh: number, rl: number): void {
  horner(rh, rl, 29);
  multiply(result[0] as number, result[1] as number, rh, rl);
}

function cosSeries(rh: number, rl: number): void {
  horner(rh, rl, 28);
}

function horner(rh: number, rl: number, last: number): void {
  multiply(rh, rl, rh, rl);
  const qh = -(result[0] as number);
  const ql = -(result[1] as number);
  let hi = 1;
  let lo = 0;
  for (let k = last; k >= 2; k -= 2) {
    const factor = reciprocals[k] as (typeof reciprocals)[number];
    multiply(hi, lo, factor.hi, factor.lo);
    multiply(result[0] as number, result[1] as number, qh, ql);
    add(result[0] as number, result[1] as number, 1, 0);
    hi = result[0] as number;
    lo = result[1] as number;
  }
  result[0] = hi;
  result[1] = lo;
}
