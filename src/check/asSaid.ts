import type { Considered } from "./considerReading";
import { agreed, conditional, undefinedSide } from "./findingVerdict";
import type { Finding, Witness } from "./judge";
import type { Reading } from "./otherReadings";
import { plainConditions } from "./plainCondition";
import type { Posed } from "./Question";
import { remark } from "./remark";
import type { StepInput } from "./StepInput";
import { supposing } from "./supposing";
import type { Verdict } from "./Verdict";

/**
 * A step under the conditions that the text states for it: "for j ≠ k" leaves out values of indices, "if y = 1" gives a
 * symbol its value. Where nothing is stated, the step as it stands.
 */
export function asSaid(literal: Reading, { conditions }: StepInput): readonly Reading[] {
  if (conditions.length === 0) return [literal];
  const narrow: Reading = { ...literal, question: { ...literal.question, conditions } };
  const supposed = supposing(narrow, conditions);
  return supposed === null ? [narrow] : [supposed, narrow];
}

/** The first way to take what the text states under which the sides differ too: where the step is to be refuted. */
export function refutedAsSaid(bases: readonly Reading[], run: (reading: Reading) => Considered): Refuted | null {
  for (const reading of bases) {
    const considered = run(reading);
    if (considered.kind === "judged" && considered.finding.kind === "differ" && considered.finding.at !== null)
      return { reading, posed: considered.posed, finding: considered.finding, at: considered.finding.at };
  }
  return null;
}

export interface Refuted {
  readonly reading: Reading;
  readonly posed: Posed;
  readonly finding: Finding;
  readonly at: Witness;
}

/** What is said of a step that holds as the text says; null of any other. */
export function verdictAsSaid(considered: Considered, step: StepInput): Verdict | null {
  if (considered.kind === "refused") return null;
  const { finding, posed } = considered;
  if (finding.kind !== "agree" && finding.kind !== "partly") return null;
  const verdict =
    finding.kind === "agree"
      ? agreed(considered, step)
      : conditional(remark("where-defined", undefinedSide(finding.at as Witness)), finding, null, posed.trace);
  if (verdict.kind !== "holds" && verdict.kind !== "holds-if") return verdict;
  const said = remark("stated-condition", plainConditions(step.conditions));
  return { ...verdict, notes: [...verdict.notes, said] };
}
