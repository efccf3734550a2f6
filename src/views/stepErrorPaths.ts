import type { StepError } from "../calculus/finiteDifference";
import { chartScale, curvePath, type PlotBox } from "./chartScale";
import type { Extent } from "./steadyDomain";

/** Decades shown, h to the right: it from 1e-16 to 1, errors from 1e-18 to 10. */
export const steps: Extent = [-16, 0];
export const sizes: Extent = [-18, 1];

export interface ErrorPaths {
  readonly measured: string;
  readonly truncation: string;
  readonly rounding: string;
  /** The step with the smallest measured error, and its place. */
  readonly best: { readonly h: number; readonly error: number; readonly x: number; readonly y: number } | null;
}

/** The measured error and the two arms of its model as paths; gaps where a value is undefined. */
export function errorPaths(errors: readonly StepError[], box: PlotBox): ErrorPaths {
  const scale = chartScale(box, steps, sizes);
  const at = stepDecades(errors);
  const path = (size: (one: StepError) => number) =>
    curvePath(
      at,
      Float64Array.from(errors, (one) => decadeOf(size(one))),
      scale,
      box,
    );
  const known = errors.filter(({ error, h }) => Number.isFinite(error) && h > 0);
  const least = known.reduce<StepError | null>(
    (best, one) => (best === null || one.error < best.error ? one : best),
    null,
  );
  return {
    measured: path(({ error }) => error),
    truncation: path(({ truncation }) => truncation),
    rounding: path(({ rounding }) => rounding),
    best:
      least === null
        ? null
        : { h: least.h, error: least.error, x: scale.x(Math.log10(least.h)), y: scale.y(decadeOf(least.error)) },
  };
}

/** Where the steps stand on the axis. */
export function stepDecades(errors: readonly StepError[]): Float64Array {
  return Float64Array.from(errors, ({ h }) => Math.log10(h));
}

/** Held within what is shown: an error of zero lies at the lower edge. */
function decadeOf(size: number): number {
  return Number.isFinite(size) ? Math.min(sizes[1], Math.max(sizes[0], Math.log10(size))) : Number.NaN;
}
