/** "z_2" and "S_{1,2}" are entries of z and S. */
export function symbolOf(key: string): string {
  return key.replace(/_(?:\{[\d,]+\}|\d+)$/, "");
}

/** The indices of an entry: 1 and 2 of "S_{1,2}". */
export function indicesOf(key: string): readonly number[] {
  const found = /_(?:\{([\d,]+)\}|(\d+))$/.exec(key);
  return found === null ? [] : (found[1] ?? found[2] ?? "").split(",").map(Number);
}
