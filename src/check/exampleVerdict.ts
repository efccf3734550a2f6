import { isNumeric } from "../derivation/heads";
import type { Expression } from "../formula/Expression";
import { type Considered, considerReading } from "./considerReading";
import { agreed, notesOf, toCounterexample, undecidedReason } from "./findingVerdict";
import type { Finding } from "./judge";
import type { Reading } from "./otherReadings";
import { remark } from "./remark";
import type { CheckOptions, StepInput } from "./StepInput";
import type { Verdict } from "./Verdict";
import { workedExample } from "./workedExample";

/** What is said of a step that puts numbers in; null for any other step. */
export function exampleVerdict(
  literal: Reading,
  { posed, finding }: Considered & { readonly kind: "judged" },
  step: StepInput,
  options: CheckOptions,
): Verdict | null {
  const found = workedExample(literal, posed, step.given ?? []);
  if (found === null) return null;
  if (found.kind === "unknown" && isConstant(literal, finding, step, options)) return null;
  if (found.kind === "unknown")
    return { kind: "not-checked", reason: remark("values-unknown", found.symbols.join(", ")) };
  const { reading, tolerance, values } = found.example;
  const there = considerReading(reading, step, options, tolerance);
  if (there.kind === "refused") return { kind: "not-checked", reason: remark(there.code, there.detail) };
  const note = remark(
    "given-values",
    Object.entries(values)
      .map((pair) => pair.join(" = "))
      .join(", "),
  );
  if (there.finding.kind === "agree") {
    const verdict = agreed(there, step);
    return verdict.kind === "holds" ? { ...verdict, notes: [...verdict.notes, note] } : verdict;
  }
  if (there.finding.kind !== "differ" || there.finding.at === null)
    return { kind: "not-checked", reason: undecidedReason(there.finding, step) };
  return {
    kind: "fails",
    samples: there.finding.samples,
    largestDifference: there.finding.largestDifference,
    counterexample: toCounterexample(there.finding.at, there.posed.trace),
    slip: null,
    notes: [...notesOf(there.posed.trace), note],
  };
}

/** sin²x + cos²x = 1.1 is wrong whatever x is: the side with symbols has one value, so nothing was put in. */
function isConstant(literal: Reading, { at }: Finding, step: StepInput, options: CheckOptions): boolean {
  if (at === null) return false;
  const [side, value] = isNumeric(step.left) ? [step.right, at.right] : [step.left, at.left];
  const size: Expression = { kind: "number", text: String(Math.abs(value)), span: side.span };
  const number: Expression = value < 0 ? { kind: "negative", operand: size, span: side.span } : size;
  const question = { ...literal.question, left: side, right: number };
  const constant = considerReading(
    { ...literal, question },
    { ...step, relation: "=" },
    options,
    1e-3 * Math.abs(value),
  );
  return constant.kind === "judged" && constant.finding.kind === "agree";
}
