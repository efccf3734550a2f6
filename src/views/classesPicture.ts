import type { Bindings } from "../check/Bindings";
import type { Classes } from "./findClasses";
import { total } from "./total";

export interface ClassesPicture {
  readonly probabilities: readonly number[];
  readonly labels: readonly number[];
  /** ∂loss/∂logit of each class. */
  readonly gradient: readonly number[];
  /** ∂probability j/∂logit k, by rows j. */
  readonly jacobian: readonly (readonly number[])[];
  /** Chosen column, from 0. */
  readonly column: number;
  /** ∂loss/∂probability j; empty where the loss does not pass there. */
  readonly slopes: readonly number[];
  /** The same times ∂probability j/∂logit k of the chosen column: their sum is the gradient. */
  readonly terms: readonly number[];
}

/** `adjointOf` is ∂loss/∂entry by the entry's key, undefined where the loss is not made of it. */
export function classesPicture(
  classes: Classes,
  bindings: Bindings,
  gradients: Readonly<Record<string, number>>,
  adjointOf: (key: string) => number | undefined,
): ClassesPicture {
  const { probes, logits, labels, keys, letter } = classes;
  const keysOfLogits = logits.map(({ key }) => key);
  const jacobian = probes.map((probe) => [...probe.slopes(keysOfLogits, bindings)]);
  const column = Math.min((letter === null ? 1 : (bindings.indices[letter] ?? 1)) - 1, logits.length - 1);
  const adjoints = keys.map(adjointOf);
  const slopes = adjoints.every((value) => value !== undefined) ? adjoints.map((value) => value ?? 0) : [];
  return {
    probabilities: probes.map((probe) => probe.value(bindings)),
    labels: labels.map((key) => bindings.inputs[key] ?? Number.NaN),
    gradient: logits.map(({ key }) => gradients[key] ?? Number.NaN),
    jacobian,
    column,
    slopes,
    terms: slopes.map((slope, row) => slope * (jacobian[row]?.[column] ?? Number.NaN)),
  };
}

/**
 * ŷ_k · Σy − y_k, what the contraction collapses to where the slope by each probability is −y/ŷ; null where it is
 * another.
 */
export function collapsed({ probabilities, labels, slopes, column }: ClassesPicture): number | null {
  const isCrossEntropy =
    labels.length > 0 &&
    slopes.length === labels.length &&
    slopes.every((slope, at) => {
      const expected = -(labels[at] ?? Number.NaN) / (probabilities[at] ?? Number.NaN);
      return Math.abs(slope - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    });
  return isCrossEntropy ? (probabilities[column] ?? 0) * total(labels) - (labels[column] ?? 0) : null;
}

export function rowSums({ jacobian }: ClassesPicture): readonly number[] {
  return jacobian.map(total);
}

export function columnSums({ jacobian }: ClassesPicture): readonly number[] {
  return jacobian.map((_, at) => total(jacobian.map((row) => row[at] ?? Number.NaN)));
}
