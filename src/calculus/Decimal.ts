/** An exact decimal: coefficient · 10^exponent, the coefficient without trailing zeros (0 is 0 · 10^0). */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Longer coefficients are never folded: a document's 2^(10^9) must stay an operation. */
const mostDigits = 60;

/** Exact value of "0.240", "-3", ".5", "1e-30"; null for anything else (also "NaN" and "Infinity"). */
export function parseDecimal(text: string): Decimal | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const exponent = Number(power);
  if (whole + fraction === "" || Math.abs(exponent) > 10_000) return null;
  const digits = BigInt(whole + fraction);
  return normalised(sign === "-" ? -digits : digits, exponent - fraction.length);
}

/** The one text of a value: "0.24", "-3", "1e-40". */
export function printDecimal({ coefficient, exponent }: Decimal): string {
  const sign = coefficient < 0n ? "-" : "";
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  if (exponent >= 0) return exponent <= 21 ? sign + digits + "0".repeat(exponent) : `${sign}${digits}e${exponent}`;
  const point = digits.length + exponent;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return point > -7 ? `${sign}0.${"0".repeat(-point)}${digits}` : `${sign}${digits}e${exponent}`;
}

/** Every finite double is a finite decimal: m · 2^−n = m · 5^n · 10^−n. */
export function decimalOfDouble(value: number): Decimal {
  let mantissa = value;
  let halvings = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings += 1;
  }
  return normalised(BigInt(mantissa) * 5n ** BigInt(halvings), -halvings);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal | null {
  if (Math.abs(a.exponent - b.exponent) > mostDigits) return null;
  const exponent = Math.min(a.exponent, b.exponent);
  return reasonable(normalised(aligned(a, exponent) + aligned(b, exponent), exponent));
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal | null {
  return reasonable(normalised(a.coefficient * b.coefficient, a.exponent + b.exponent));
}

/** a/b where it ends within the folded length, else null: 1/8 is 0.125, 1/3 stays a division. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | null {
  if (b.coefficient === 0n) return null;
  const scaled = a.coefficient * 10n ** BigInt(mostDigits);
  if (scaled % b.coefficient !== 0n) return null;
  return reasonable(normalised(scaled / b.coefficient, a.exponent - b.exponent - mostDigits));
}

/** Integer powers only, small ones. */
export function raiseDecimal(base: Decimal, power: Decimal): Decimal | null {
  const n = Number(power.coefficient) * 10 ** power.exponent;
  if (power.exponent < 0 || !(Math.abs(n) <= 64)) return null;
  const raised = normalised(base.coefficient ** BigInt(Math.abs(n)), base.exponent * Math.abs(n));
  return n >= 0 ? reasonable(raised) : divideDecimals({ coefficient: 1n, exponent: 0 }, raised);
}

function normalised(coefficient: bigint, exponent: number): Decimal {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  let digits = coefficient;
  let power = exponent;
  while (digits % 10n === 0n) {
    digits /= 10n;
    power += 1;
  }
  return { coefficient: digits, exponent: power };
}

function aligned(value: Decimal, exponent: number): bigint {
  return value.coefficient * 10n ** BigInt(value.exponent - exponent);
}

function reasonable(value: Decimal): Decimal | null {
  const digits = value.coefficient.toString().length;
  return digits <= mostDigits && Math.abs(value.exponent) <= 2 * mostDigits ? value : null;
}
