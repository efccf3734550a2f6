import { result } from "./doubleDouble";
import { divideBounded, multiplyBounded } from "./exactArithmetic";
import { keep, keepUndefined, undefinedResult, unknown } from "./exactColumn";
import { expBounded, logBounded } from "./exactElementary";
import type { ExactColumn } from "./OperationRow";

/** base^exponent in double-double, with bounds. */

/** The largest integer exponent that is worked out by multiplying. */
const mostMultiplications = 64;

export const powerExact: ExactColumn = (memory, to, args, from, _until, count) => {
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
    const error = powerBounded(
      ah,
      lo[a + i] as number,
      bound[a + i] as number,
      bh,
      lo[b + i] as number,
      bound[b + i] as number,
    );
    keep(memory, to + i, error);
  }
};

function powerBounded(ah: number, al: number, ab: number, bh: number, bl: number, bb: number): number {
  const integer = bl === 0 && Number.isInteger(bh);
  if (integer && bb === 0 && Math.abs(bh) <= mostMultiplications) return integerPower(ah, al, ab, bh);
  if (ah > ab) return generalPower(ah, al, ab, bh, bl, bb);
  if (ah === 0 && ab === 0) return powerOfZero(bh, bb);
  if (ah < -ab && integer && bb === 0) {
    const error = generalPower(-ah, -al, ab, bh, bl, bb);
    if (bh % 2 !== 0) negateResult();
    return error;
  }
  // A negative base with an exponent that is surely no integer is undefined; all else is a matter of the last bits.
  const fraction = bh - Math.floor(bh) + bl;
  return ah < -ab && fraction > bb && 1 - fraction > bb ? undefinedResult() : unknown();
}

function powerOfZero(exponent: number, bound: number): number {
  if (exponent > bound) {
    result[0] = 0;
    result[1] = 0;
    return 0;
  }
  if (exponent === 0 && bound === 0) {
    result[0] = 1;
    result[1] = 0;
    return 0;
  }
  return exponent < -bound ? undefinedResult() : unknown();
}

/** By repeated squaring; a bound of the base makes |n|·|a|^(n−1)·bound, here by the product rule at every step. */
function integerPower(ah: number, al: number, ab: number, n: number): number {
  if (n < 0) {
    const error = integerPower(ah, al, ab, -n);
    return divideBounded(1, 0, 0, result[0] as number, result[1] as number, error);
  }
  let [ph, pl, pb] = [1, 0, 0];
  let [sh, sl, sb] = [ah, al, ab];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      pb = multiplyBounded(ph, pl, pb, sh, sl, sb);
      ph = result[0] as number;
      pl = result[1] as number;
    }
    if (rest > 1) {
      sb = multiplyBounded(sh, sl, sb, sh, sl, sb);
      sh = result[0] as number;
      sl = result[1] as number;
    }
  }
  result[0] = ph;
  result[1] = pl;
  return pb;
}

/** e^(b log a) for a > 0. */
function generalPower(ah: number, al: number, ab: number, bh: number, bl: number, bb: number): number {
  const logError = logBounded(ah, al, ab);
  const lh = result[0] as number;
  const ll = result[1] as number;
  const error = multiplyBounded(bh, bl, bb, lh, ll, logError);
  return expBounded(result[0] as number, result[1] as number, error);
}

function negateResult(): void {
  result[0] = -(result[0] as number);
  result[1] = -(result[1] as number);
}
