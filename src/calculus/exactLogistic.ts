import { add, result, ringError } from "./doubleDouble";
import { evaluationError, exactUnary, keep, keepUndefined, keepUnknown, unknown } from "./exactColumn";
import { exp } from "./exponential";
import { log1p } from "./logarithm";
import { sigmoid, softplus } from "./logisticExact";
import type { ExactColumn } from "./OperationRow";

/** σ, softplus and log-sum-exp in double-double, with bounds. */

/** σ′ ≤ e^−|x|, and over an interval of half-width 1 at most 3 times that. */
function sigmoidBounded(hi: number, lo: number, bound: number): number {
  if (!(bound <= 1)) return unknown();
  sigmoid(hi, lo);
  const value = result[0] as number;
  const slope = hi <= 0 ? value : Math.min(1, 2 ** -Math.floor(1.4 * Math.min(hi, 700)));
  return Math.min(1, 3 * slope) * bound + evaluationError(value);
}

function softplusBounded(hi: number, lo: number, bound: number): number {
  softplus(hi, lo);
  const value = result[0] as number;
  return (hi < 0 && bound <= 1 ? Math.min(1, 3 * value) : 1) * bound + evaluationError(value);
}

/** m + log(1 + Σ e^(z_j − m)) over all but one greatest z; 1-Lipschitz in the largest of its arguments' errors. */
export const logSumExpExact: ExactColumn = (memory, to, args, from, until, count) => {
  const { hi, lo, bound } = memory;
  for (let i = 0; i < count; i += 1) {
    let best = from;
    let error = 0;
    for (let k = from; k < until; k += 1) {
      const at = (args[k] as number) + i;
      error = Math.max(error, bound[at] as number);
      if (!((hi[at] as number) <= (hi[(args[best] as number) + i] as number))) best = k;
    }
    const top = (args[best] as number) + i;
    const mh = hi[top] as number;
    const ml = lo[top] as number;
    if (Number.isNaN(mh)) {
      keepUndefined(memory, to + i);
      continue;
    }
    if (error === Number.POSITIVE_INFINITY) {
      keepUnknown(memory, to + i);
      continue;
    }
    let sh = 0;
    let sl = 0;
    for (let k = from; k < until; k += 1) {
      if (k === best) continue;
      const at = (args[k] as number) + i;
      add(hi[at] as number, lo[at] as number, -mh, -ml);
      exp(result[0] as number, result[1] as number);
      add(sh, sl, result[0] as number, result[1] as number);
      sh = result[0] as number;
      sl = result[1] as number;
    }
    log1p(sh, sl);
    const excess = result[0] as number;
    add(mh, ml, excess, result[1] as number);
    keep(memory, to + i, error + evaluationError(excess) + Math.abs(result[0] as number) * ringError);
  }
};

export const sigmoidExact: ExactColumn = exactUnary(sigmoidBounded);

export const softplusExact: ExactColumn = exactUnary(softplusBounded);
