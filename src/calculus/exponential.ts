import { add, multiply, result } from "./doubleDouble";
import { ratioToDoubleDouble } from "./exactRatio";
import { exponentialTable, fixedLogTwo, fixedToParts } from "./fixedPoint";

/**
 * e^x in double-double. x = m·log 2 + j/32 + i/1024 + t with |t| ≤ 2^−11; e^(j/32) and e^(i/1024) come from tables,
 * e^t − 1 from its series, whose terms need double-double only up to t³.
 */
const [logTwoA = 0, logTwoB = 0, logTwoC = 0] = fixedToParts(fixedLogTwo, 40, 3);

const coarse = table(13, 32n);
const fine = table(18, 1024n);
const sixth = ratioToDoubleDouble(1n, 6n);
const reciprocals = Array.from({ length: 16 }, (_, k) => ratioToDoubleDouble(1n, BigInt(Math.max(1, k))));

/** 2^m for −1100 ≤ m ≤ 1023, by halving and doubling. */
const powersOfTwo = (() => {
  const powers = new Float64Array(2124);
  let power = 1;
  for (let m = 0; m <= 1023; m += 1, power *= 2) powers[m + 1100] = power;
  power = 1;
  for (let m = 0; m >= -1100; m -= 1, power /= 2) powers[m + 1100] = power;
  return powers;
})();

/** Leaves e^x in `result`; past 709.79 its hi is Infinity, below −745.2 it is 0. */
export function exp(xh: number, xl: number): void {
  if (!(xh < 710 && xh > -746)) {
    result[0] = xh > 0 ? Number.POSITIVE_INFINITY : xh <= -746 ? 0 : Number.NaN;
    result[1] = 0;
    return;
  }
  const m = Math.floor(xh * Math.LOG2E + 0.5);
  const a = xh - m * logTwoA;
  const mb = m * logTwoB;
  const b = a - mb;
  const bv = b - a;
  const be = a - (b - bv) - (mb + bv);
  const low = be + (xl - m * logTwoC);
  const rh = b + low;
  reducedExp(rh, low - (rh - b));
  scale(m);
}

/** e^x − 1 to full relative precision, also near 0. */
export function expm1(xh: number, xl: number): void {
  if (Math.abs(xh) >= 1 / 64) {
    exp(xh, xl);
    add(result[0] as number, result[1] as number, -1, 0);
    return;
  }
  // Horner on 1 + x/2·(1 + x/3·(…)); the term x^14/15! is under 2^−120.
  let hi = 1;
  let lo = 0;
  for (let k = 15; k >= 2; k -= 1) {
    const { hi: fh, lo: fl } = reciprocals[k] as (typeof reciprocals)[number];
    multiply(hi, lo, fh, fl);
    multiply(result[0] as number, result[1] as number, xh, xl);
    add(result[0] as number, result[1] as number, 1, 0);
    hi = result[0] as number;
    lo = result[1] as number;
  }
  multiply(hi, lo, xh, xl);
}

/** e^r for |r| ≤ 0.35. */
function reducedExp(rh: number, rl: number): void {
  const j = Math.floor(rh * 32 + 0.5);
  const s = rh - j / 32;
  const i = Math.floor(s * 1024 + 0.5);
  const high = s - i / 1024;
  const th = high + rl;
  const tl = rl - (th - high);

  const tail = th * th * th * th * (1 / 24 + th * (1 / 120 + th * (1 / 720 + th * (1 / 5040 + th * (1 / 40320)))));
  multiply(th, tl, th, tl);
  const qh = result[0] as number;
  const ql = result[1] as number;
  multiply(qh, ql, th, tl);
  multiply(result[0] as number, result[1] as number, sixth.hi, sixth.lo);
  add(result[0] as number, result[1] as number, tail, 0);
  add(result[0] as number, result[1] as number, qh / 2, ql / 2);
  add(result[0] as number, result[1] as number, th, tl);

  const ph = result[0] as number;
  const pl = result[1] as number;
  const fh = fine.hi[i + 18] as number;
  const fl = fine.lo[i + 18] as number;
  multiply(ph, pl, fh, fl);
  add(result[0] as number, result[1] as number, fh, fl);
  multiply(result[0] as number, result[1] as number, coarse.hi[j + 13] as number, coarse.lo[j + 13] as number);
}

/** Multiplies the result by 2^m. Where hi becomes subnormal at a tie, lo decides the rounding. */
function scale(m: number): void {
  const hi = result[0] as number;
  const lo = result[1] as number;
  if (m > -900) {
    const [first, second] = m > 1000 ? [m - 30, 30] : [m, 0];
    result[0] = hi * (powersOfTwo[first + 1100] as number) * (powersOfTwo[second + 1100] as number);
    result[1] = lo * (powersOfTwo[first + 1100] as number) * (powersOfTwo[second + 1100] as number);
    return;
  }
  const near = powersOfTwo[m + 700 + 1100] as number;
  const far = powersOfTwo[-700 + 1100] as number;
  const scaled = hi * near * far;
  const rest = hi * near - scaled / far;
  const half = Number.MIN_VALUE / far / 2;
  const upset = Math.abs(rest) === half && rest * lo > 0;
  result[0] = upset ? scaled + Math.sign(rest) * Number.MIN_VALUE : scaled;
  result[1] = scaled < 1e-300 ? 0 : lo * near * far;
}

function table(reach: number, denominator: bigint): { readonly hi: Float64Array; readonly lo: Float64Array } {
  const entries = exponentialTable(reach, denominator);
  return { hi: Float64Array.from(entries, ({ hi }) => hi), lo: Float64Array.from(entries, ({ lo }) => lo) };
}
