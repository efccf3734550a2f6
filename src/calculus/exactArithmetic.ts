import { divide, multiply, result, ringError, underflowError, underflowLimit } from "./doubleDouble";
import { keep, keepUndefined, keepUnknown, widening } from "./exactColumn";
import type { ExactColumn, ExactMemory } from "./OperationRow";

/** The field operations in double-double. A result of doubles that needs no rounding has bound 0: polynomials at dyadic points are exact. */

export const addExact: ExactColumn = (memory, to, args, from, until, count) => {
  addPairExact(memory, to, args[from] as number, args[from + 1] as number, count);
  for (let k = from + 2; k < until; k += 1) addPairExact(memory, to, to, args[k] as number, count);
};

/**
 * The sum of two columns, `add` written out: it is the commonest operation, and before the engine's compiler has seen
 * it often a call costs more than the sum.
 */
function addPairExact(memory: ExactMemory, to: number, a: number, b: number, count: number): void {
  const { hi, lo, bound } = memory;
  for (let i = 0; i < count; i += 1) {
    const ah = hi[a + i] as number;
    const al = lo[a + i] as number;
    const bh = hi[b + i] as number;
    const bl = lo[b + i] as number;
    const s = ah + bh;
    const sb = s - ah;
    const carried = (bound[a + i] as number) + (bound[b + i] as number);
    if (al === 0 && bl === 0) {
      // Two doubles: s and its rounding error are the exact sum.
      hi[to + i] = s;
      lo[to + i] = ah - (s - sb) + (bh - sb);
      bound[to + i] = carried * widening;
    } else {
      const t = al + bl;
      const tb = t - al;
      const e = ah - (s - sb) + (bh - sb) + t;
      const v = s + e;
      const w = al - (t - tb) + (bl - tb) + (e - (v - s));
      const sum = v + w;
      hi[to + i] = sum;
      lo[to + i] = w - (sum - v);
      bound[to + i] = (carried + Math.abs(sum) * ringError) * widening;
    }
    if (!(Math.abs(hi[to + i] as number) < Number.POSITIVE_INFINITY)) keepUndefined(memory, to + i);
  }
}

/** Leaves the product in `result`; returns its bound. */
export function multiplyBounded(ah: number, al: number, ab: number, bh: number, bl: number, bb: number): number {
  multiply(ah, al, bh, bl);
  const size = Math.abs(result[0] as number);
  let error = ab === 0 && bb === 0 ? 0 : Math.abs(ah) * bb + Math.abs(bh) * ab + ab * bb;
  if (al !== 0 || bl !== 0) error += size * ringError;
  if (size < underflowLimit && (ah !== 0 || ab !== 0) && (bh !== 0 || bb !== 0)) error += underflowError;
  return error;
}

/** Leaves the quotient in `result` and returns its bound; a divisor that may be 0 gives an unknown, 0 itself NaN. */
export function divideBounded(ah: number, al: number, ab: number, bh: number, bl: number, bb: number): number {
  const least = Math.abs(bh) - bb;
  if (!(least > 0)) {
    result[0] = bh === 0 && bb === 0 ? Number.NaN : 0;
    result[1] = 0;
    return Number.POSITIVE_INFINITY;
  }
  divide(ah, al, bh, bl);
  const size = Math.abs(result[0] as number);
  const carried = ab === 0 && bb === 0 ? 0 : (ab + size * bb) / (least * (1 - 2 ** -50));
  return carried + size * ringError + (size < underflowLimit && (ah !== 0 || ab !== 0) ? underflowError : 0);
}

export const multiplyExact: ExactColumn = (memory, to, args, from, until, count) => {
  multiplyPairExact(memory, to, args[from] as number, args[from + 1] as number, count);
  for (let k = from + 2; k < until; k += 1) multiplyPairExact(memory, to, to, args[k] as number, count);
};

function multiplyPairExact(memory: ExactMemory, to: number, a: number, b: number, count: number): void {
  const { hi, lo, bound } = memory;
  for (let i = 0; i < count; i += 1) {
    const error = multiplyBounded(
      hi[a + i] as number,
      lo[a + i] as number,
      bound[a + i] as number,
      hi[b + i] as number,
      lo[b + i] as number,
      bound[b + i] as number,
    );
    keep(memory, to + i, error);
  }
}

export const divideExact: ExactColumn = (memory, to, args, from, _until, count) => {
  const { hi, lo, bound } = memory;
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) {
    const ah = hi[a + i] as number;
    const bh = hi[b + i] as number;
    if (Number.isNaN(ah) || Number.isNaN(bh)) {
      keepUndefined(memory, to + i);
      continue;
    }
    const error = divideBounded(
      ah,
      lo[a + i] as number,
      bound[a + i] as number,
      bh,
      lo[b + i] as number,
      bound[b + i] as number,
    );
    if (error === Number.POSITIVE_INFINITY && result[0] === 0) keepUnknown(memory, to + i);
    else keep(memory, to + i, error);
  }
};

export const negateExact: ExactColumn = ({ hi, lo, bound }, to, args, from, _until, count) => {
  const a = args[from] as number;
  for (let i = 0; i < count; i += 1) {
    hi[to + i] = -(hi[a + i] as number);
    lo[to + i] = -(lo[a + i] as number);
    bound[to + i] = bound[a + i] as number;
  }
};

export const frozenExact: ExactColumn = ({ hi, lo, bound }, to, args, from, _until, count) => {
  const a = args[from] as number;
  hi.copyWithin(to, a, a + count);
  lo.copyWithin(to, a, a + count);
  bound.copyWithin(to, a, a + count);
};
