import type { StepError } from "../calculus/finiteDifference";

const left = 40;
const right = 8;
const top = 8;
const bottom = 20;
const width = 380;
const height = 190;
/** Decades shown: h from 1 down to 1e-16, errors from 10 down to 1e-18. */
const smallestStep = -16;
const smallestError = -18;
const largestError = 1;

/** h grows to the right. */
function across(h: number): number {
  return left + (1 - Math.log10(h) / smallestStep) * (width - left - right);
}

function up(error: number): number {
  const decade = Math.min(largestError, Math.max(smallestError, Math.log10(error)));
  return top + ((largestError - decade) / (largestError - smallestError)) * (height - top - bottom);
}

/** The chart's frame, which stands still. */
export const frame = {
  left,
  right,
  width,
  height,
  decades: [0, -5, -10, -15].map((decade) => ({ y: up(10 ** decade), label: decade === 0 ? "1" : `1e−${-decade}` })),
  steps: [0, -4, -8, -12, -16].map((decade) => ({
    x: Math.min(width - 12, across(10 ** decade)),
    label: decade === 0 ? "h = 1" : `1e−${-decade}`,
  })),
};

export interface ErrorPaths {
  readonly measured: string;
  readonly truncation: string;
  readonly rounding: string;
  /** The step with the smallest measured error, and its place. */
  readonly best: { readonly h: number; readonly error: number; readonly x: number; readonly y: number } | null;
}

/** The measured error and the two arms of its model as paths; gaps where a value is undefined. */
export function errorPaths(errors: readonly StepError[]): ErrorPaths {
  const path = (value: (one: StepError) => number): string => {
    let pen = "M";
    return errors
      .map((one) => {
        const size = value(one);
        if (!Number.isFinite(size) || !(one.h > 0)) {
          pen = "M";
          return "";
        }
        const point = `${pen}${across(one.h).toFixed(1)} ${up(Math.max(size, 1e-30)).toFixed(1)}`;
        pen = "L";
        return point;
      })
      .join("");
  };
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
        : { h: least.h, error: least.error, x: across(least.h), y: up(Math.max(least.error, 1e-30)) },
  };
}
