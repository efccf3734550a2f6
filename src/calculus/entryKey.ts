/**
 * The key of one entry of an indexed symbol: "x", "z_1", "w_{1,2}", "x_{1}^(2)" never: a superscript index is one
 * of `indices` and the name says so. Keys are stable: addresses and counterexamples carry them.
 */
export function entryKey(name: string, indices: readonly number[]): string {
  if (indices.length === 0) return name;
  return indices.length === 1 ? `${name}_${indices[0]}` : `${name}_{${indices.join(",")}}`;
}
