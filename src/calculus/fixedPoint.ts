import type { DoubleDouble } from "./exactRatio";

/** Tables and constants of the double-double functions, computed in integers: a value v is the integer v · 2^bits. */
const bits = 192n;
const one = 1n << bits;
const scale = 2 ** 192;

/** e^(k/d) for −reach ≤ k ≤ reach: e^(±1/d) by Taylor's series, the rest as its powers. */
export function exponentialTable(reach: number, d: bigint): readonly DoubleDouble[] {
  const up = powers(fixedExp(d), reach);
  const down = powers(fixedExp(-d), reach);
  return [...down.toReversed(), one, ...up].map(fixedToDoubleDouble);
}

/** log(n/d) for first ≤ n ≤ last, from log(n/d) = 0 at n = d by log((n + 1)/n) = 2 artanh(1/(2n + 1)). */
export function logarithmTable(first: number, last: number, d: number): readonly DoubleDouble[] {
  const values = new Map<number, bigint>([[d, 0n]]);
  for (let n = d; n < last; n += 1) values.set(n + 1, (values.get(n) ?? 0n) + logOfStep(BigInt(n)));
  for (let n = d - 1; n >= first; n -= 1) values.set(n, (values.get(n + 1) ?? 0n) - logOfStep(BigInt(n)));
  return Array.from({ length: last - first + 1 }, (_, i) => fixedToDoubleDouble(values.get(first + i) ?? 0n));
}

/** log 2 = log(4/3) + log(3/2). */
export const fixedLogTwo: bigint = logOfStep(3n) + logOfStep(2n);

/** π = 16 arctan(1/5) − 4 arctan(1/239) (Machin, 1706). */
export const fixedPi: bigint = 16n * inverseSeries(5n, -1n) - 4n * inverseSeries(239n, -1n);

/** hi is the nearest double, as `Number` rounds integers correctly; lo what is left, likewise. */
export function fixedToDoubleDouble(value: bigint): DoubleDouble {
  const hi = Number(value);
  const rest = value - BigInt(hi);
  const lo = Number(rest);
  return { hi: hi / scale, lo: lo / scale, exact: BigInt(lo) === rest };
}

/** The value cut into doubles of at most `width` bits each, the last one rounded: products with small integers are exact. */
export function fixedToParts(value: bigint, width: number, count: number): readonly number[] {
  const parts: number[] = [];
  let rest = value;
  for (let i = 1; i < count; i += 1) {
    const low = bits + 1n - BigInt(width * i);
    const part = (rest >> low) << low;
    parts.push(fixedToDoubleDouble(part).hi);
    rest -= part;
  }
  return [...parts, fixedToDoubleDouble(rest).hi];
}

/** log((n + 1)/n). */
function logOfStep(n: bigint): bigint {
  return 2n * inverseSeries(2n * n + 1n, 1n);
}

/** artanh(1/m) for sign 1, arctan(1/m) for sign −1: Σ sign^k / ((2k + 1) m^(2k+1)). */
function inverseSeries(m: bigint, sign: 1n | -1n): bigint {
  const square = sign * m * m;
  let power = one / m;
  let total = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    total += power / k;
    power /= square;
  }
  return total;
}

/** e^(1/d). */
function fixedExp(d: bigint): bigint {
  let term = one;
  let total = one;
  for (let k = 1n; term !== 0n; k += 1n) {
    term /= d * k;
    total += term;
  }
  return total;
}

function powers(base: bigint, count: number): readonly bigint[] {
  const all: bigint[] = [];
  for (let power = base; all.length < count; power = (power * base) >> bits) all.push(power);
  return all;
}
