import { add, divide, multiply, result, ringError, underflowError, underflowLimit } from "./doubleDouble";
import { keep, keepUndefined, keepUnknown } from "./exactColumn";
import type { DoubleColumn, ExactColumn, OperationRow } from "./OperationRow";

/** The field operations on columns. A result of doubles that needs no rounding has bound 0: polynomials at dyadic points are exact. */

const addDouble: DoubleColumn = (memory, to, args, from, until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = (memory[a + i] as number) + (memory[b + i] as number);
  for (let k = from + 2; k < until; k += 1) {
    const c = args[k] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = (memory[to + i] as number) + (memory[c + i] as number);
  }
};

const addExact: ExactColumn = ({ hi, lo, bound }, to, args, from, until, count) => {
  const memory = { hi, lo, bound };
  for (let i = 0; i < count; i += 1) {
    const first = (args[from] as number) + i;
    let error = bound[first] as number;
    let sh = hi[first] as number;
    let sl = lo[first] as number;
    for (let k = from + 1; k < until; k += 1) {
      const at = (args[k] as number) + i;
      const bl = lo[at] as number;
      const exact = sl === 0 && bl === 0;
      add(sh, sl, hi[at] as number, bl);
      sh = result[0] as number;
      sl = result[1] as number;
      error += bound[at] as number;
      if (!exact) error += Math.abs(sh) * ringError;
    }
    result[0] = sh;
    result[1] = sl;
    keep(memory, to + i, error);
  }
};

const multiplyDouble: DoubleColumn = (memory, to, args, from, until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = (memory[a + i] as number) * (memory[b + i] as number);
  for (let k = from + 2; k < until; k += 1) {
    const c = args[k] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = (memory[to + i] as number) * (memory[c + i] as number);
  }
};

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

const multiplyExact: ExactColumn = (memory, to, args, from, until, count) => {
  const { hi, lo, bound } = memory;
  for (let i = 0; i < count; i += 1) {
    const first = (args[from] as number) + i;
    let error = bound[first] as number;
    result[0] = hi[first] as number;
    result[1] = lo[first] as number;
    for (let k = from + 1; k < until; k += 1) {
      const at = (args[k] as number) + i;
      error = multiplyBounded(result[0], result[1], error, hi[at] as number, lo[at] as number, bound[at] as number);
    }
    keep(memory, to + i, error);
  }
};

const divideDouble: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = (memory[a + i] as number) / (memory[b + i] as number);
};

const divideExact: ExactColumn = (memory, to, args, from, _until, count) => {
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

const negateDouble: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  for (let i = 0; i < count; i += 1) memory[to + i] = -(memory[a + i] as number);
};

const negateExact: ExactColumn = ({ hi, lo, bound }, to, args, from, _until, count) => {
  const a = args[from] as number;
  for (let i = 0; i < count; i += 1) {
    hi[to + i] = -(hi[a + i] as number);
    lo[to + i] = -(lo[a + i] as number);
    bound[to + i] = bound[a + i] as number;
  }
};

const copyDouble: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  memory.copyWithin(to, a, a + count);
};

const copyExact: ExactColumn = ({ hi, lo, bound }, to, args, from, _until, count) => {
  const a = args[from] as number;
  hi.copyWithin(to, a, a + count);
  lo.copyWithin(to, a, a + count);
  bound.copyWithin(to, a, a + count);
};

export const addRow: OperationRow = {
  double: addDouble,
  exact: addExact,
  pull: (_b, _node, _args, adjoint) => adjoint,
};

export const multiplyRow: OperationRow = {
  double: multiplyDouble,
  exact: multiplyExact,
  pull: (b, _node, args, adjoint, index) => b.times(adjoint, b.product(args.filter((_, i) => i !== index))),
};

export const divideRow: OperationRow = {
  double: divideDouble,
  exact: divideExact,
  pull: (b, node, [, divisor = node], adjoint, index) =>
    index === 0 ? b.over(adjoint, divisor) : b.negative(b.times(adjoint, b.over(node, divisor))),
};

export const negateRow: OperationRow = {
  double: negateDouble,
  exact: negateExact,
  pull: (b, _node, _args, adjoint) => b.negative(adjoint),
};

export const frozenRow: OperationRow = { double: copyDouble, exact: copyExact, pull: () => null };
