import { isBold } from "../calculus/symbolLooks";
import { sameTree } from "../formula/sameTree";
import { walk } from "../formula/traverse";
import { asSaid, refutedAsSaid, verdictAsSaid } from "./asSaid";
import { considerReading, isVacuous } from "./considerReading";
import { doubtOf } from "./doubts";
import { exampleVerdict } from "./exampleVerdict";
import { agreed, conditional, notesOf, toCounterexample, undecidedReason, undefinedSide } from "./findingVerdict";
import { findSlip } from "./findSlip";
import { heldUnder, heldUnderUsual, readingsOf } from "./heldUnder";
import type { Witness } from "./judge";
import { otherLimits } from "./otherLimits";
import { type Reading, usualReadings } from "./otherReadings";
import { isCutOff, printedTolerance } from "./printedDecimals";
import type { Posed } from "./Question";
import { remark } from "./remark";
import type { CheckOptions, StepInput } from "./StepInput";
import type { Surveyed } from "./Surveyed";
import { takenAsNumbers } from "./takenAsNumbers";
import type { Remark, Slip, Verdict } from "./Verdict";

/**
 * Judges one step: literally first; where that fails, under a fixed list of readings and conditions, each of which
 * can only give "holds if". See `samplePoints` for the plan and its error probability.
 */
export function checkStep(step: StepInput, surveyed: Surveyed, options: CheckOptions): Verdict {
  return judgedIn(step, surveyed, options, true);
}

/** `isFirst`: a step that holds is judged again where its limits are other numbers. */
function judgedIn(step: StepInput, surveyed: Surveyed, options: CheckOptions, isFirst: boolean): Verdict {
  if (
    step.relation === "∝" ||
    step.relation === "∈" ||
    step.relation === ":=" ||
    step.relation === "⇒" ||
    step.relation === "≠"
  )
    return { kind: "not-checked", reason: remark("relation", step.relation) };
  const literal: Reading = {
    surveyed,
    stated: step.stated ?? [],
    supposed: step.supposed ?? [],
    restrict: () => null,
    question: {
      left: step.left,
      right: step.right,
      relation: step.relation,
      survey: surveyed.survey,
      headVariable: step.headVariable,
      conditions: [],
      strictPartials: false,
    },
  };
  const run = (reading: Reading) => considerReading(reading, step, options);
  const agrees = (reading: Reading) => considerReading(reading, step, options, undefined, true);
  const first = run(literal);
  // wᵀx makes x a vector wherever it stands; where that does not fit and nothing here says so, x is a number again.
  if (first.kind === "refused" && first.code === "shape" && !speaksOfVectors(step) && surveyed.source.plain !== true) {
    const asNumbers = judgedIn(step, surveyed.under({ kind: "plain" }), options, isFirst);
    if (asNumbers.kind === "holds" || (asNumbers.kind === "fails" && !asNumbers.notes.some(isSevered)))
      return asNumbers;
  }
  if (first.kind === "refused") {
    if (sameTree(step.left, step.right))
      return { kind: "holds", samples: 0, largestDifference: 0, notes: [remark("same-tree", "")] };
    const plain = first.code === "shape" ? takenAsNumbers([step.left, step.right], surveyed.survey) : [];
    const detail = plain.length === 0 ? first.detail : `${first.detail}|${plain.join(", ")}`;
    return { kind: "not-checked", reason: remark(first.code, detail) };
  }
  const isStrict = step.relation === "<" || step.relation === ">";
  if (first.finding.kind === "agree" || (!isStrict && sameTree(step.left, step.right))) {
    const verdict = agreed(first, step);
    const { counted } = first.posed.trace;
    const others = isFirst && verdict.kind === "holds" ? otherLimits(step, surveyed, counted) : null;
    const again = others === null ? verdict : judgedIn(step, others, options, false);
    return again.kind === "fails" || again.kind === "holds-if" ? again : verdict;
  }
  if (first.finding.kind === "undecided") {
    // log q with q = σ(z) and σ unknown is undefined more often than not.
    const held = heldUnder(usualReadings(literal, first.posed), agrees);
    if (held !== null) return conditional(held.condition, held.finding, null, held.posed.trace);
    return { kind: "not-checked", reason: undecidedReason(first.finding, step) };
  }
  if (step.relation === "≈" && printedTolerance(step.left, step.right, "≈") === 0)
    return { kind: "not-checked", reason: remark("approximate", "") };

  const counterexample = first.finding.at === null ? null : toCounterexample(first.finding.at, first.posed.trace);
  if (first.finding.kind === "partly")
    return conditional(
      remark("where-defined", undefinedSide(first.finding.at as Witness)),
      first.finding,
      counterexample,
      first.posed.trace,
    );

  if (step.relation === "=" && counterexample !== null && isCutOff(step.left, step.right, counterexample))
    return conditional(remark("cut-off", ""), first.finding, counterexample, first.posed.trace);

  const example = exampleVerdict(literal, first, step, options);
  if (example !== null) return example;

  const bases = asSaid(literal, step);
  for (const base of step.conditions.length > 0 ? bases : []) {
    const verdict = verdictAsSaid(run(base), step);
    if (verdict !== null) return verdict;
  }
  const held =
    heldUnder(readingsOf(bases, first.posed), agrees) ?? heldUnderUsual(bases.at(-1) ?? literal, first.posed, agrees);
  if (held !== null) return conditional(held.condition, held.finding, counterexample, held.posed.trace);
  if (counterexample === null) return { kind: "not-checked", reason: undecidedReason(first.finding, step) };
  const doubt = doubtOf(literal.question, first.posed.trace, literal.stated);
  if (doubt !== null) return { kind: "not-checked", reason: doubt };
  const refuted = step.conditions.length === 0 ? null : refutedAsSaid(bases, run);
  const { reading, posed, finding } = refuted ?? { ...first, reading: literal };
  return {
    kind: "fails",
    samples: finding.samples,
    largestDifference: finding.largestDifference,
    counterexample: refuted === null ? counterexample : toCounterexample(refuted.at, posed.trace),
    slip: step.relation === "=" ? slipOf(reading, posed, step, options) : null,
    notes: notesOf(posed.trace),
  };
}

/** Whether a step itself says that it is about vectors: by a transpose, a norm, a gradient or a bold letter. */
function speaksOfVectors({ left, right }: StepInput): boolean {
  let found = false;
  for (const side of [left, right])
    walk(side, (part) => {
      found ||=
        part.kind === "transpose" ||
        part.kind === "norm" ||
        part.kind === "matrix" ||
        (part.kind === "derivative" && part.style === "gradient") ||
        (part.kind === "product" && part.style === "hadamard") ||
        (part.kind === "variable" && isBold(part.name));
    });
  return found;
}

function isSevered({ code }: Remark): boolean {
  return code === "severed";
}

function slipOf(literal: Reading, posed: Posed, step: StepInput, options: CheckOptions): Slip | null {
  return findSlip(literal.question, posed, (right) => {
    const mended = considerReading(
      { ...literal, question: { ...literal.question, right } },
      { ...step, right },
      options,
      undefined,
      true,
    );
    return mended.kind === "judged" && mended.finding.kind === "agree" && !isVacuous(mended.posed);
  });
}
