/** A share of a whole, and the most that it can be. */
interface Share {
  readonly value: number;
  readonly most: number;
}

/**
 * Shares scaled to a sum, which all stand on the last where nothing is left to scale. What one can't hold goes to the
 * ones before it, as far as there is room.
 */
export function withSum(shares: readonly Share[], sum: number): readonly number[] {
  const rest = sumOf(shares.map(({ value }) => value));
  const last = shares.length - 1;
  const wanted = shares.map(({ value }, at) =>
    rest === sum ? value : rest > 0 ? (value / rest) * sum : at === last ? sum : 0,
  );
  const held = wanted.map((value, at) => Math.min(value, shares[at]?.most ?? value));
  let left = rest === sum ? 0 : sum - sumOf(held);
  return held
    .toReversed()
    .map((value, at) => {
      const more = Math.min(Math.max(left, 0), (shares[last - at]?.most ?? value) - value);
      left -= more;
      return value + more;
    })
    .toReversed();
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
