import { type DoubleDouble, ratioToDoubleDouble } from "./exactRatio";

/** Tables and constants of the double-double functions, computed in integers: a value v is the integer v · 2^bits. */
export const bits = 192n;
const one = 1n << bits;

/** e^(n/d) for small n/d, by Taylor's series. */
export function fixedExp(n: bigint, d: bigint): bigint {
  let term = one;
  let total = one;
  for (let k = 1n; term !== 0n; k += 1n) {
    term = (term * n) / (d * k);
    total += term;
  }
  return total;
}

/** log(n/d) near 1, as 2 artanh((n − d)/(n + d)). */
export function fixedLog(n: bigint, d: bigint): bigint {
  let power = (one * (n - d)) / (n + d);
  let total = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    total += power / k;
    power = (power * (n - d) * (n - d)) / ((n + d) * (n + d));
  }
  return 2n * total;
}

/** log 2 = −log(1/2), from (4/3)·(3/2). */
export const fixedLogTwo: bigint = fixedLog(4n, 3n) + fixedLog(3n, 2n);

/** π = 16 artan(1/5) − 4 artan(1/239) (Machin, 1706). */
export const fixedPi: bigint = 16n * fixedArctan(5n) - 4n * fixedArctan(239n);

export function fixedToDoubleDouble(value: bigint): DoubleDouble {
  return ratioToDoubleDouble(value, one);
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

function fixedArctan(inverse: bigint): bigint {
  let power = one / inverse;
  let total = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    total += k % 4n === 1n ? power / k : -power / k;
    power /= inverse * inverse;
  }
  return total;
}
