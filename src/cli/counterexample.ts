import type { CheckedStep } from "./CheckedFile";
import { counterexampleSentence, withoutInputsSentence } from "./commandSentences";
import { formatInputs, formatPair } from "./formatNumber";

/** The point where the sides differ, as a sentence; empty where there is none. */
export function counterexample(step: CheckedStep): string {
  if (step.counterexample === null) return "";
  const { inputs, left, right } = step.counterexample;
  const [one, other] = formatPair(left, right);
  const point = formatInputs(inputs);
  return point === "" ? withoutInputsSentence(one, other) : counterexampleSentence(point, one, other);
}
