import type { Decimal } from "./Decimal";

/** A double-double constant and whether it is the number itself or only its nearest double-double. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
  readonly exact: boolean;
}

/** The double-double nearest to numerator/denominator (denominator > 0), in integers alone. */
export function ratioToDoubleDouble(numerator: bigint, denominator: bigint): DoubleDouble {
  const hi = ratioToDouble(numerator, denominator);
  if (!Number.isFinite(hi)) return { hi: Number.NaN, lo: Number.NaN, exact: false };
  const [n, d] = doubleToRatio(hi);
  const rest = numerator * d - n * denominator;
  const lo = ratioToDouble(rest, denominator * d);
  const [m, e] = doubleToRatio(lo);
  return { hi, lo, exact: rest * e === m * denominator * d };
}

export function decimalToDoubleDouble({ coefficient, exponent }: Decimal): DoubleDouble {
  return exponent >= 0
    ? ratioToDoubleDouble(coefficient * 10n ** BigInt(exponent), 1n)
    : ratioToDoubleDouble(coefficient, 10n ** BigInt(-exponent));
}

/** A double as numerator and denominator, the denominator a power of two. */
export function doubleToRatio(value: number): readonly [bigint, bigint] {
  let mantissa = value;
  let halvings = 0;
  while (!Number.isInteger(mantissa)) {
    const step = Math.abs(mantissa) < 1e-200 ? 2 ** 300 : 2;
    mantissa *= step;
    halvings += step === 2 ? 1 : 300;
  }
  return [BigInt(mantissa), 1n << BigInt(halvings)];
}

/**
 * Nearest double. The quotient keeps at least 64 bits and its last bit is set if anything was cut off, so that
 * `Number`, which rounds integers to nearest, even ones at ties, rounds as the exact ratio would.
 */
export function ratioToDouble(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const size = numerator < 0n ? -numerator : numerator;
  const shift = 64 - (bitLength(size) - bitLength(denominator));
  const top = shift >= 0 ? size << BigInt(shift) : size;
  const bottom = shift >= 0 ? denominator : denominator << BigInt(-shift);
  const quotient = top / bottom;
  const kept = quotient * bottom === top ? quotient : quotient | 1n;
  const scaled = scale(kept, -shift);
  return numerator < 0n ? -scaled : scaled;
}

/** kept · 2^power, rounded once, also where the result is subnormal. */
function scale(kept: bigint, power: number): number {
  const top = bitLength(kept) + power;
  if (top > 1024) return Number.POSITIVE_INFINITY;
  const lost = -1074 - power - (bitLength(kept) - 64);
  if (top >= -1021 || lost <= 0) return Number(kept) * 2 ** Math.max(-1000, power) * 2 ** Math.min(0, power + 1000);
  const cut = BigInt(-1074 - power);
  const whole = kept >> cut;
  const rest = kept - (whole << cut);
  const half = 1n << (cut - 1n);
  const up = rest > half || (rest === half && (whole & 1n) === 1n);
  return Number(up ? whole + 1n : whole) * 2 ** -1074;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
