import type { Extent } from "./steadyDomain";

/** Where any of the lines has no value, each stretch ending half way to the next point that has one. */
export function undefinedStretches(at: Float64Array, lines: readonly Float64Array[]): readonly Extent[] {
  const stretches: (readonly [number, number])[] = [];
  const between = (index: number) => {
    const here = at[index] ?? at[index - 1] ?? 0;
    return (here + (at[index - 1] ?? here)) / 2;
  };
  let start = -1;
  for (let index = 0; index <= at.length; index += 1) {
    const isUndefined = index < at.length && lines.some((line) => !Number.isFinite(line[index] ?? Number.NaN));
    if (isUndefined && start < 0) start = index;
    if (!isUndefined && start >= 0) {
      stretches.push([between(start), between(index)]);
      start = -1;
    }
  }
  return stretches;
}
