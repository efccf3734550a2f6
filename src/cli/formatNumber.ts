/** Enough figures for two values to be told apart, six at least; "undefined" where there is no number. */
export function formatPair(left: number | null, right: number | null): readonly [string, string] {
  if (left === null || right === null || left === right) return [formatNumber(left), formatNumber(right)];
  for (let figures = 6; figures < 17; figures++) {
    const [one, other] = [rounded(left, figures), rounded(right, figures)];
    if (one !== other) return [one, other];
  }
  return [String(left), String(right)];
}

export function formatNumber(value: number | null): string {
  return value === null ? "undefined" : rounded(value, 6);
}

/** An input in full, since the reader types it in: sample points are dyadic numbers and short. */
export function formatInputs(inputs: Readonly<Record<string, number>>): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
}

function rounded(value: number, figures: number): string {
  return String(Number(value.toPrecision(figures)));
}
