/**
 * Softmax and what is built on it, in doubles, for any finite or infinite logits. z − max is kept with its rounding
 * error, sums are compensated (Neumaier 1974), and the greatest logit is left out of sums that 1 is added to or taken
 * from. One infinite logit gives the limit; several, or all −∞, have none: NaN.
 */
interface Shifted {
  /** e^(z_i − max), the maximum's being 1. */
  readonly weights: Float64Array;
  /** z_i − max. */
  readonly shifts: Float64Array;
  readonly top: number;
  /** Σ weights without the maximum's. */
  readonly others: number;
}

type Vector = ArrayLike<number>;

export function softmax(z: Vector): Float64Array {
  const { weights, others } = shifted(z);
  return weights.map((weight) => weight / (1 + others));
}

/** log softmax_i = (z_i − max) − log(1 + Σ of the others): both terms ≤ 0. */
export function logSoftmax(z: Vector): Float64Array {
  const { shifts, others } = shifted(z);
  const log = Math.log1p(others);
  return shifts.map((shift) => shift - log);
}

export function logSumExp(z: Vector): number {
  const { top, others } = shifted(z);
  return (z[top] ?? Number.NEGATIVE_INFINITY) + Math.log1p(others);
}

/** −Σ y_i log softmax_i; a label 0 costs nothing. */
export function crossEntropy(z: Vector, y: Vector): number {
  const costs = logSoftmax(z).map((log, i) => (y[i] === 0 && !Number.isNaN(log) ? 0 : -log * (y[i] ?? 0)));
  return compensatedSum(costs);
}

/** ∂/∂z of `crossEntropy`: softmax_i · Σy − y_i. A one-hot label's own entry is −Σ of the other probabilities. */
export function crossEntropyGradient(z: Vector, y: Vector): Float64Array {
  const p = softmax(z);
  const labels = Float64Array.from(y);
  const total = compensatedSum(labels);
  const classes = labels.reduce((count, label) => count + (label === 0 ? 0 : 1), 0);
  return p.map((own, i) => {
    const label = labels[i] ?? 0;
    return classes === 1 && label === 1 ? -complement(p, i) : own * total - label;
  });
}

/** Row i of ∂softmax_i/∂z_j: p_i (1 − p_i) on the diagonal, −p_i p_j off it. */
export function softmaxJacobianRow(z: Vector, i: number): Float64Array {
  const p = softmax(z);
  const own = p[i] ?? Number.NaN;
  return p.map((other, j) => (i === j ? own * complement(p, i) : -own * other));
}

/** 1 − p_i as the sum of the other entries where it would cancel. */
function complement(p: Float64Array, i: number): number {
  const own = p[i] ?? Number.NaN;
  return own < 0.5 ? 1 - own : compensatedSum(p, i);
}

function shifted(z: Vector): Shifted {
  const top = indexOfGreatest(z);
  const max = z[top] ?? Number.NaN;
  const shifts = new Float64Array(z.length);
  const weights = new Float64Array(z.length);
  const infinite = max === Number.POSITIVE_INFINITY;
  for (let i = 0; i < z.length; i += 1) {
    const value = z[i] as number;
    const shift = i === top ? 0 : infinite ? limit(value) : value - max;
    const rest = lostBySubtracting(value, max, shift);
    shifts[i] = shift + rest;
    weights[i] = Math.exp(shift) * (1 + rest);
  }
  const undefinedEverywhere = Number.isNaN(max) || max === Number.NEGATIVE_INFINITY || shifts.some(Number.isNaN);
  const others = undefinedEverywhere ? Number.NaN : compensatedSum(weights, top);
  return { weights, shifts, top, others };
}

/** z − ∞: two infinite logits have no softmax. */
function limit(value: number): number {
  return value < Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : Number.NaN;
}

/** The rounding error of difference = a − b (Knuth's two-sum); 0 where something is infinite. */
function lostBySubtracting(a: number, b: number, difference: number): number {
  const virtual = difference - a;
  const lost = a - (difference - virtual) - (b + virtual);
  return Number.isFinite(lost) ? lost : 0;
}

/** A NaN counts as the greatest, so that it isn't lost. */
function indexOfGreatest(z: Vector): number {
  let best = 0;
  for (let i = 1; i < z.length; i += 1)
    if (!((z[i] as number) <= (z[best] as number)) && !Number.isNaN(z[best])) best = i;
  return best;
}

/** Neumaier's sum, without the entry at `except`. */
function compensatedSum(values: Float64Array, except = -1): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (i === except) continue;
    const value = values[i] as number;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
