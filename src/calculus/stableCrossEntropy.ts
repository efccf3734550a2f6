import { sigmoid } from "./stable";

/**
 * Binary cross-entropy −y log σ(x) − (1 − y) log(1 − σ(x)) of a logit x. Every term is ≥ 0; a label of exactly 0 or 1
 * drops its term, so infinite logits have their limits.
 */
export function binaryCrossEntropy(x: number, y: number): number {
  if (x >= 0) return weighted(1 - y, x) + Math.log1p(Math.exp(-x));
  return weighted(y, -x) + Math.log1p(Math.exp(x));
}

/** ∂/∂x of the above, σ(x) − y; for x ≥ 0 from the other end, where σ(x) is within rounding of 1. */
export function binaryCrossEntropyGradient(x: number, y: number): number {
  return x >= 0 ? 1 - y - sigmoid(-x) : sigmoid(x) - y;
}

/** Binary cross-entropy of a probability; NaN outside [0, 1]. */
export function binaryCrossEntropyOfProbability(p: number, y: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  return weighted(y, -Math.log(p)) + weighted(1 - y, -Math.log1p(-p));
}

/** 0 · ∞ = 0: an outcome of weight 0 costs nothing. */
function weighted(weight: number, cost: number): number {
  return weight === 0 && !Number.isNaN(cost) ? 0 : weight * cost;
}
