const view = new DataView(new ArrayBuffer(8));

/** Doubles numbered in order: neighbours differ by 1, −0 and 0 are both 0. */
export function ordinal(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** How many doubles apart; 0 for two NaN, Infinity for one. */
export function ulpsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const apart = ordinal(a) - ordinal(b);
  return Number(apart < 0n ? -apart : apart);
}
