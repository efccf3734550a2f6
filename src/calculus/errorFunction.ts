import { parseDecimal } from "./Decimal";
import { add, divide, multiply, result } from "./doubleDouble";
import { twoOverRootPi } from "./erf";
import { decimalToDoubleDouble } from "./exactRatio";
import { exp } from "./exponential";

const factor = decimalToDoubleDouble(parseDecimal(twoOverRootPi) ?? { coefficient: 0n, exponent: 0 });

/**
 * erf x = 2/√π · e^(−x²) · Σ 2^n x^(2n+1)/(2n+1)!! (DLMF 7.6.2): every term has the sign of x, so nothing cancels.
 * Past 8.8 it is ±1 to 2^−106.
 */
export function erf(xh: number, xl: number): void {
  if (Math.abs(xh) > 8.8) {
    result[0] = Math.sign(xh);
    result[1] = 0;
    return;
  }
  multiply(xh, xl, xh, xl);
  const qh = result[0] as number;
  const ql = result[1] as number;
  let [th, tl, sh, sl] = [1, 0, 1, 0];
  for (let n = 1; Math.abs(th) > Math.abs(sh) * 2 ** -110; n += 1) {
    multiply(th, tl, 2 * qh, 2 * ql);
    divide(result[0] as number, result[1] as number, 2 * n + 1, 0);
    th = result[0] as number;
    tl = result[1] as number;
    add(sh, sl, th, tl);
    sh = result[0] as number;
    sl = result[1] as number;
  }
  exp(-qh, -ql);
  multiply(result[0] as number, result[1] as number, sh, sl);
  multiply(result[0] as number, result[1] as number, xh, xl);
  multiply(result[0] as number, result[1] as number, factor.hi, factor.lo);
}
