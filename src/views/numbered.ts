/** Entries with their places: in a vector the place is what an entry is known by. */
export function numbered<T>(entries: readonly T[]): readonly { readonly entry: T; readonly at: number }[] {
  return entries.map((entry, at) => ({ entry, at }));
}
