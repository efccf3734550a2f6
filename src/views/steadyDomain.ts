/** Lowest and highest value of an axis. */
export type Extent = readonly [low: number, high: number];

/**
 * An axis that holds `wanted` and seldom changes: the one before is kept while it holds the data and the data fill
 * enough of it. A new one has room to spare and round ends.
 */
export function steadyDomain(before: Extent | null, wanted: Extent): Extent {
  const [low, high] = wanted;
  if (before !== null) {
    const span = before[1] - before[0];
    if (low >= before[0] && high <= before[1] && high - low >= span / 4) return before;
  }
  const room = (high - low) * 0.08;
  return roundedOut(low - (low === 0 ? 0 : room), high + (high === 0 ? 0 : room));
}

/** The smallest extent with round ends that holds both; a single value gets room around it. */
export function roundedOut(low: number, high: number): Extent {
  const span = high - low;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (!(span > size * 1e-9)) return roundedOut(low - Math.max(size / 2, 0.5), high + Math.max(size / 2, 0.5));
  const step = roundStep(span / 5);
  return [tidy(Math.floor(low / step + 1e-9) * step), tidy(Math.ceil(high / step - 1e-9) * step)];
}

/** About five round numbers of an extent, both ends within. */
export function ticksOf([low, high]: Extent, count = 5): readonly number[] {
  const step = roundStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => tidy((first + index) * step));
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not less than `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function tidy(value: number): number {
  const rounded = Number(value.toPrecision(12));
  return rounded === 0 ? 0 : rounded;
}

/**
 * What an axis should show of some curves: their whole extent, unless a few values run away (a pole): then the middle
 * nine tenths and a little more. Null where nothing is defined.
 */
export function extentOf(curves: readonly Float64Array[]): Extent | null {
  const values = new Float64Array(curves.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const curve of curves)
    for (const value of curve)
      if (Number.isFinite(value)) {
        values[count] = value;
        count += 1;
      }
  return extentOfSorted(values.subarray(0, count).sort());
}

function extentOfSorted(values: Float64Array): Extent | null {
  const low = values[0];
  const high = values.at(-1);
  if (low === undefined || high === undefined) return null;
  const lower = values[Math.floor(values.length * 0.05)] ?? low;
  const upper = values[Math.ceil(values.length * 0.95) - 1] ?? high;
  const core = upper - lower;
  return high - low <= 5 * core || core === 0
    ? [low, high]
    : [Math.max(low, lower - core / 4), Math.min(high, upper + core / 4)];
}
