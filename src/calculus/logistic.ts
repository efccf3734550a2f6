import { add, result, ringError } from "./doubleDouble";
import { evaluationError, exactUnary, keep, keepUndefined, keepUnknown, unknown } from "./exactColumn";
import { exp } from "./exponential";
import { log1p } from "./logarithm";
import { sigmoid as sigmoidExact, softplus as softplusExact } from "./logisticExact";
import type { DoubleColumn, ExactColumn, OperationRow } from "./OperationRow";
import { sigmoid, softplus } from "./stable";

/** σ, softplus and log-sum-exp as single operations: the stable forms of what documents write with e^z. */

/** σ′ ≤ e^−|x|, and over an interval of half-width 1 at most 3 times that. */
function sigmoidBounded(hi: number, lo: number, bound: number): number {
  if (!(bound <= 1)) return unknown();
  sigmoidExact(hi, lo);
  const value = result[0] as number;
  const slope = hi <= 0 ? value : Math.min(1, 2 ** -Math.floor(1.4 * Math.min(hi, 700)));
  return Math.min(1, 3 * slope) * bound + evaluationError(value);
}

function softplusBounded(hi: number, lo: number, bound: number): number {
  softplusExact(hi, lo);
  const value = result[0] as number;
  return (hi < 0 && bound <= 1 ? Math.min(1, 3 * value) : 1) * bound + evaluationError(value);
}

/** m + log(1 + Σ e^(z_j − m)) over all but one greatest z; 1-Lipschitz in the largest of its arguments' errors. */
const logSumExpExact: ExactColumn = (memory, to, args, from, until, count) => {
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

const logSumExpDouble: DoubleColumn = (memory, to, args, from, until, count) => {
  for (let i = 0; i < count; i += 1) {
    let best = from;
    for (let k = from + 1; k < until; k += 1) {
      const value = memory[(args[k] as number) + i] as number;
      if (!(value <= (memory[(args[best] as number) + i] as number))) best = k;
    }
    const top = memory[(args[best] as number) + i] as number;
    let sum = 0;
    for (let k = from; k < until; k += 1) {
      if (k !== best) sum += Math.exp((memory[(args[k] as number) + i] as number) - top);
    }
    memory[to + i] = top + Math.log1p(sum);
  }
};

export const sigmoidRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = sigmoid(memory[a + i] as number);
  },
  exact: exactUnary(sigmoidBounded),
  pull: (b, node, [x = 0], adjoint) => b.times(adjoint, b.times(node, b.apply("sigmoid", [b.negative(x)]))),
};

export const softplusRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = softplus(memory[a + i] as number);
  },
  exact: exactUnary(softplusBounded),
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("sigmoid", args)),
};

/** ∂/∂z_k is the softmax: e^(z_k − log Σ e^z). */
export const logSumExpRow: OperationRow = {
  double: logSumExpDouble,
  exact: logSumExpExact,
  pull: (b, node, args, adjoint, index) => b.times(adjoint, b.apply("exp", [b.minus(args[index] ?? node, node)])),
};
