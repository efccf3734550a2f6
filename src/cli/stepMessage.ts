import type { CheckedStep } from "./CheckedFile";
import { counterexample } from "./counterexample";
import { onOneLine } from "./printable";

/** A step and what was found of it as a few lines of plain text, for reports that have room for a message only. */
export function stepMessage(step: CheckedStep): string {
  const equation = `${onOneLine(step.left)} ${step.relation} ${onOneLine(step.right)}`;
  const found = [step.condition, step.reason, step.verdict === "fails" ? counterexample(step) : null, step.slip];
  return [equation, ...found.filter((line) => line !== null && line !== "")].join("\n");
}
