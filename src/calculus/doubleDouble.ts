/**
 * Double-double arithmetic: a value is an unevaluated sum hi + lo of two doubles with |lo| ≤ ulp(hi)/2, about 106 bits.
 * Only + − × ÷ and the correctly rounded square root are used, so every engine computes the same bits.
 *
 * Algorithms and proven error bounds: Joldes, Muller, Popescu, "Tight and rigorous error bounds for basic building
 * blocks of double-word arithmetic", ACM TOMS 44 (2017): sum 3u² relative *to the result*, even when it cancels,
 * product 7u², quotient 15u², all under `ringError`. Products are split as Dekker's, as there is no fma here.
 */

/** Where every operation of this file leaves its result, [hi, lo]: one cell, so that no operation allocates. */
export const result = new Float64Array(2);

/** Relative error of one ring operation, generous by a factor of 4. */
export const ringError = 2 ** -100;

/** Relative error of one elementary function, generous by a factor of 100. */
export const functionError = 2 ** -90;

/** Below this a product's rounding error may itself underflow, and `underflowError` is added to its bound. */
export const underflowLimit = 1e-270;
export const underflowError = 1e-300;

const splitter = 134217729;
const huge = 2 ** 995;
const shrink = 2 ** -110;
const grow = 2 ** 110;

export function add(ah: number, al: number, bh: number, bl: number): void {
  const s = ah + bh;
  const sb = s - ah;
  const se = ah - (s - sb) + (bh - sb);
  const t = al + bl;
  const tb = t - al;
  const te = al - (t - tb) + (bl - tb);
  const c = se + t;
  const v = s + c;
  const w = te + (c - (v - s));
  const hi = v + w;
  result[0] = hi;
  result[1] = w - (hi - v);
}

/** The exact rounding error of the double product p = a · b. */
export function productError(a: number, b: number, p: number): number {
  const ca = splitter * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = splitter * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}

export function multiply(ah: number, al: number, bh: number, bl: number): void {
  const p = ah * bh;
  if (!(Math.abs(p) < Number.POSITIVE_INFINITY)) {
    result[0] = p;
    result[1] = 0;
    return;
  }
  if (Math.abs(ah) > huge) {
    multiply(ah * shrink, al * shrink, bh, bl);
    scaleResult(grow);
    return;
  }
  if (Math.abs(bh) > huge) {
    multiply(ah, al, bh * shrink, bl * shrink);
    scaleResult(grow);
    return;
  }
  const e = productError(ah, bh, p) + (ah * bl + al * bh);
  const hi = p + e;
  result[0] = hi;
  result[1] = e - (hi - p);
}

export function divide(ah: number, al: number, bh: number, bl: number): void {
  const q = ah / bh;
  if (!(Math.abs(q) < Number.POSITIVE_INFINITY && Math.abs(bh) < Number.POSITIVE_INFINITY)) {
    result[0] = q;
    result[1] = 0;
    return;
  }
  if (Math.abs(bh) > huge || Math.abs(ah) > huge) {
    divide(ah * shrink, al * shrink, bh * shrink, bl * shrink);
    return;
  }
  if (Math.abs(bh) < underflowLimit && bh !== 0) {
    divide(ah * grow, al * grow, bh * grow, bl * grow);
    return;
  }
  const p = q * bh;
  const e = productError(q, bh, p);
  const rest = ah - p - e + (al - q * bl);
  const t = rest / bh;
  const hi = q + t;
  result[0] = hi;
  result[1] = t - (hi - q);
}

export function squareRoot(ah: number, al: number): void {
  if (ah === 0 || !(ah < Number.POSITIVE_INFINITY)) {
    result[0] = ah;
    result[1] = 0;
    return;
  }
  if (ah > huge || ah < underflowLimit) {
    const [before, after] = ah > huge ? [shrink, 2 ** 55] : [grow, 2 ** -55];
    squareRoot(ah * before, al * before);
    scaleResult(after);
    return;
  }
  const s = Math.sqrt(ah);
  const p = s * s;
  const rest = ah - p - productError(s, s, p) + al;
  const t = rest / (2 * s);
  const hi = s + t;
  result[0] = hi;
  result[1] = t - (hi - s);
}

/** Multiplies the last result by a power of two. */
export function scaleResult(by: number): void {
  result[0] = (result[0] ?? 0) * by;
  result[1] = (result[1] ?? 0) * by;
}
