import type { Trace } from "../calculus/World";
import { print } from "../formula/print";
import { type Considered, isVacuous } from "./considerReading";
import type { Finding, Witness } from "./judge";
import { plainConditions } from "./plainCondition";
import type { Posed } from "./Question";
import { remark } from "./remark";
import type { StepInput } from "./StepInput";
import type { Counterexample, Remark, Verdict } from "./Verdict";

/** The sides agree: holds, unless they agree about nothing or the two derivative engines do not. */
export function agreed(considered: Considered & { readonly kind: "judged" }, step: StepInput): Verdict {
  const { finding, posed, disagreement } = considered;
  if (disagreement !== null) return { kind: "not-checked", reason: disagreement };
  const zeroWritten = [step.left, step.right].some((side) => side.kind === "number" && Number(side.text) === 0);
  if (isVacuous(posed) && !zeroWritten) {
    const cut = posed.trace.severed[0];
    return {
      kind: "not-checked",
      reason: remark("vacuous", cut === undefined ? "" : `${print(cut.by)}|${print(cut.of)}`),
    };
  }
  return {
    kind: "holds",
    samples: finding.samples,
    largestDifference: finding.largestDifference,
    notes: [
      ...notesOf(posed.trace),
      ...narrowedTo(posed),
      ...finding.oneSided.map((what) => remark("one-branch", what)),
    ],
  };
}

/** Conditions on indices that the text states and that left some values of them out. */
function narrowedTo({ narrowed }: Posed): readonly Remark[] {
  return narrowed.length === 0 ? [] : [remark("stated-condition", plainConditions(narrowed))];
}

export function conditional(
  condition: Remark,
  finding: Finding,
  counterexample: Counterexample | null,
  trace: Trace,
): Verdict {
  return {
    kind: "holds-if",
    condition,
    samples: finding.samples,
    largestDifference: finding.largestDifference,
    counterexample,
    notes: notesOf(trace),
  };
}

/** Derivatives that are 0 at all values of the indices because nothing flows; ∂y_i/∂A_{kl} is 0 only where i ≠ k. */
export function cutsOf({ severed, flowing }: Trace): Trace["severed"] {
  return severed.filter(({ by }) => !flowing.has(by));
}

export function notesOf(trace: Trace): readonly Remark[] {
  return [
    ...[...trace.standIns].map((name) => remark("stand-in", name)),
    ...[...trace.givens].map((name) => remark("given", name)),
    ...[...trace.undefinedFunctions].map((name) => remark("undefined-function", name)),
    ...cutsOf(trace)
      .slice(0, 1)
      .map(({ of, by }) => remark("severed", `${print(by)}|${print(of)}`)),
  ];
}

export function undecidedReason(finding: Finding, step: StepInput): Remark {
  if (finding.points === 0) return remark("no-indices", "");
  if (finding.unmetPoints * 2 > finding.points) return remark("unmet-conditions", "");
  if (finding.undefinedPoints * 2 > finding.points)
    return remark("mostly-undefined", `${finding.undefinedPoints}|${finding.points}`);
  return remark(
    finding.samples === 0 && finding.undefinedPoints === 0 ? "budget" : "ill-conditioned",
    `${finding.samples}|${finding.points}|${step.relation}`,
  );
}

export function undefinedSide(witness: Witness): string {
  return Number.isNaN(witness.left) ? "left" : "right";
}

/** With the limits that the formula takes for numbers: at n = 3. */
export function toCounterexample({ pair, inputs, left, right }: Witness, { counted }: Trace): Counterexample {
  return {
    inputs: { ...inputs, ...Object.fromEntries(counted) },
    indices: Object.fromEntries(pair.indices),
    left,
    right,
  };
}
