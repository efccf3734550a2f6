import { functionError, result, underflowError, underflowLimit } from "./doubleDouble";
import type { ExactColumn, ExactMemory } from "./OperationRow";

/**
 * Bounds are computed in doubles; each step may lose a few last bits of them, so each step widens them by this factor.
 */
export const widening = 1 + 2 ** -40;

/**
 * Keeps `result` and its bound at a place of memory. A bound that isn't a number is no bound: Infinity. A value that
 * isn't finite is undefined or overflown: NaN.
 */
export function keep(memory: ExactMemory, at: number, bound: number): void {
  const hi = result[0] as number;
  if (Math.abs(hi) < Number.POSITIVE_INFINITY) {
    memory.hi[at] = hi;
    memory.lo[at] = result[1] as number;
    memory.bound[at] = bound >= 0 ? bound * widening : Number.POSITIVE_INFINITY;
  } else {
    keepUndefined(memory, at);
  }
}

export function keepUndefined(memory: ExactMemory, at: number): void {
  memory.hi[at] = Number.NaN;
  memory.lo[at] = Number.NaN;
  memory.bound[at] = Number.POSITIVE_INFINITY;
}

/** The value is somewhere, but nothing is known of it: the argument's bound reaches over a pole or a border. */
export function keepUnknown(memory: ExactMemory, at: number): void {
  memory.hi[at] = 0;
  memory.lo[at] = 0;
  memory.bound[at] = Number.POSITIVE_INFINITY;
}

/** Error of an elementary function's own evaluation when its value is v. */
export function evaluationError(v: number): number {
  const size = Math.abs(v);
  return size * functionError + (size < underflowLimit ? underflowError : 0);
}

/** Leaves the value at (hi, lo) ± bound in `result` and returns its bound; NaN in `result` where undefined. */
export type BoundedFunction = (hi: number, lo: number, bound: number) => number;

/** A column of an operation of one argument. */
export function exactUnary(bounded: BoundedFunction): ExactColumn {
  return (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) {
      const hi = memory.hi[a + i] as number;
      if (Number.isNaN(hi)) {
        keepUndefined(memory, to + i);
        continue;
      }
      const bound = bounded(hi, memory.lo[a + i] as number, memory.bound[a + i] as number);
      keep(memory, to + i, bound);
    }
  };
}

/** `result` := unknown; returns its bound. */
export function unknown(): number {
  result[0] = 0;
  result[1] = 0;
  return Number.POSITIVE_INFINITY;
}

/** `result` := undefined; returns its bound. */
export function undefinedResult(): number {
  result[0] = Number.NaN;
  result[1] = Number.NaN;
  return Number.POSITIVE_INFINITY;
}
