import type { AxisSpec, Workbench } from "../check/Workbench";
import type { Observation } from "../store/Observation";

/** Both sides of a step while one input moves, at the current values of all others. */
export interface Curves {
  readonly at: Float64Array;
  /** One or two curves: the line before, and this line. */
  readonly lines: readonly Float64Array[];
  /** Where the input is now, and what the lines are there. */
  readonly now: number;
  readonly values: readonly number[];
}

const points = 161;

export function axisPoints({ min, max }: AxisSpec): Float64Array {
  return Float64Array.from({ length: points }, (_, index) => min + ((max - min) * index) / (points - 1));
}

export function curvesAt(
  workbench: Workbench,
  lines: readonly number[],
  axis: AxisSpec,
  at: Float64Array,
  { bindings, lineValues }: Observation,
): Curves {
  return {
    at,
    lines: workbench.curves(lines, axis.key, at, bindings),
    now: workbench.axisValue(axis.key, bindings),
    values: lines.map((line) => lineValues[line] ?? Number.NaN),
  };
}

/** right − left at each point. */
export function differences({ lines }: Curves): Float64Array {
  const [left, right] = lines;
  return Float64Array.from(left ?? [], (value, index) => (right?.[index] ?? Number.NaN) - value);
}

/** The same in units of the last place of the larger side. */
export function differencesInUlps({ lines }: Curves): Float64Array {
  const [left, right] = lines;
  return Float64Array.from(left ?? [], (value, index) => {
    const other = right?.[index] ?? Number.NaN;
    if (value === other) return 0;
    return Math.abs(other - value) / lastPlace(Math.max(Math.abs(value), Math.abs(other)));
  });
}

/** Distance from a double to the next larger one; the least for zero. */
export function lastPlace(size: number): number {
  if (!Number.isFinite(size)) return Number.NaN;
  if (size < 2 ** -1022) return 2 ** -1074;
  const guess = Math.floor(Math.log2(size));
  const exponent = 2 ** guess > size ? guess - 1 : 2 ** (guess + 1) <= size ? guess + 1 : guess;
  return 2 ** (exponent - 52);
}
