/** 2/√π to 50 places. */
export const twoOverRootPi = "1.1283791670955125738961589031215451716881012586580";

const rootPi = 1.7724538509055159;

/** The error function in doubles: near 0 its positive series, else 1 − erfc by the continued fraction (DLMF 7.9.1). */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (!(size > 1.5)) return series(x);
  return Math.sign(x) * (size > 6 ? 1 : 1 - complement(size));
}

function series(x: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; term > total * 1e-17; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / rootPi) * x * Math.exp(-x * x) * total;
}

function complement(x: number): number {
  let tail = x;
  for (let n = 100; n >= 1; n -= 1) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (tail * rootPi);
}
