import type { NodeId } from "../calculus/Graph";
import { surveyScope } from "../calculus/surveyScope";
import { isBold } from "../calculus/symbolLooks";
import type { Leaf, Trace } from "../calculus/World";
import { isNumeric } from "../derivation/heads";
import type { Definition } from "../formula/Definition";
import type { Condition, Expression, Relation, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { sameTree } from "../formula/sameTree";
import { walk } from "../formula/traverse";
import { confirmDerivatives } from "./confirmDerivatives";
import { type Domain, intersect } from "./Domain";
import { doubtOf } from "./doubts";
import { findSlip } from "./findSlip";
import { constraintNodes, domainOf } from "./inferDomains";
import { type Finding, type JudgeOptions, judge, type Witness } from "./judge";
import { otherReadings, type Reading } from "./otherReadings";
import { printCondition } from "./printCondition";
import { printedTolerance } from "./printedDecimals";
import { type Pair, type Posed, pose } from "./Question";
import { remark } from "./remark";
import type { Surveyed } from "./Surveyed";
import type { Counterexample, Remark, Slip, Verdict } from "./Verdict";
import { workedExample } from "./workedExample";

export interface StepInput {
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: Relation;
  readonly headVariable: Variable | null;
  /** Conditions on indices that the text states for this step. */
  readonly conditions: readonly Condition[];
  /** Values that the text gives to symbols where the step stands, for a worked example. */
  readonly given?: readonly Definition[];
}

export interface CheckOptions {
  readonly seed: number;
  /** Core points; 48 unless asked otherwise. */
  readonly samples: number;
}

/**
 * Judges one step: literally first; where that fails, under a fixed list of readings and conditions, each of which
 * can only give "holds if". See `samplePoints` for the plan and its error probability.
 */
export function checkStep(step: StepInput, surveyed: Surveyed, options: CheckOptions): Verdict {
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
  const run = (reading: Reading) => consider(reading, step, options);
  const first = run(literal);
  // wᵀx makes x a vector wherever it stands; where that does not fit and nothing here says so, x is a number again.
  if (first.kind === "refused" && first.code === "shape" && !speaksOfVectors(step) && surveyed.source.plain !== true) {
    const source = { ...surveyed.source, plain: true };
    const asNumbers = checkStep(step, { source, survey: surveyScope(source) }, options);
    if (asNumbers.kind === "holds" || (asNumbers.kind === "fails" && !asNumbers.notes.some(isSevered)))
      return asNumbers;
  }
  if (first.kind === "refused") {
    if (sameTree(step.left, step.right))
      return { kind: "holds", samples: 0, largestDifference: 0, notes: [remark("same-tree", "")] };
    return { kind: "not-checked", reason: remark(first.code, first.detail) };
  }
  const isStrict = step.relation === "<" || step.relation === ">";
  if (first.finding.kind === "agree" || (!isStrict && sameTree(step.left, step.right))) return agreed(first, step);
  if (first.finding.kind === "undecided") return { kind: "not-checked", reason: undecidedReason(first.finding, step) };
  if (step.relation === "≈" && printedTolerance(step.left, step.right, "≈") === 0)
    return { kind: "not-checked", reason: remark("approximate", "") };

  const counterexample = first.finding.at === null ? null : toCounterexample(first.finding.at);
  if (first.finding.kind === "partly")
    return conditional(
      remark("where-defined", undefinedSide(first.finding.at as Witness)),
      first.finding,
      counterexample,
      first.posed.trace,
    );

  const example = exampleVerdict(literal, first, step, options);
  if (example !== null) return example;

  if (step.conditions.length > 0) {
    const restricted = run({ ...literal, question: { ...literal.question, conditions: step.conditions } });
    if (restricted.kind === "judged" && restricted.finding.kind === "agree") {
      const verdict = agreed(restricted, step);
      return verdict.kind === "holds"
        ? {
            ...verdict,
            notes: [...verdict.notes, remark("stated-condition", step.conditions.map(printCondition).join(", "))],
          }
        : verdict;
    }
  }
  const stated =
    step.conditions.length === 0
      ? literal
      : { ...literal, question: { ...literal.question, conditions: step.conditions } };
  const agrees = (reading: Reading) => {
    const there = run(reading);
    return there.kind === "judged" && there.finding.kind === "agree";
  };
  for (const { condition, reading, unless } of otherReadings(stated, first.posed)) {
    const other = run(reading);
    const isCandidate = other.kind === "judged" && other.finding.kind === "agree" && !isVacuous(other.posed);
    if (isCandidate && (unless === undefined || !agrees(unless)))
      return conditional(condition, other.finding, counterexample, other.posed.trace);
  }
  if (counterexample === null) return { kind: "not-checked", reason: undecidedReason(first.finding, step) };
  const doubt = doubtOf(literal.question, first.posed.trace);
  if (doubt !== null) return { kind: "not-checked", reason: doubt };
  return {
    kind: "fails",
    samples: first.finding.samples,
    largestDifference: first.finding.largestDifference,
    counterexample,
    slip: step.relation === "=" ? slipOf(literal, first.posed, step, options) : null,
    notes: notesOf(first.posed.trace),
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

/** sin²x + cos²x = 1.1 is wrong whatever x is: the side with symbols has one value, so nothing was put in. */
function isConstant(literal: Reading, { at }: Finding, step: StepInput, options: CheckOptions): boolean {
  if (at === null) return false;
  const [side, value] = isNumeric(step.left) ? [step.right, at.right] : [step.left, at.left];
  const size: Expression = { kind: "number", text: String(Math.abs(value)), span: side.span };
  const number: Expression = value < 0 ? { kind: "negative", operand: size, span: side.span } : size;
  const question = { ...literal.question, left: side, right: number };
  const constant = consider({ ...literal, question }, { ...step, relation: "=" }, options, 1e-3 * Math.abs(value));
  return constant.kind === "judged" && constant.finding.kind === "agree";
}

/** What is said of a step that puts numbers in; null for any other step. */
function exampleVerdict(
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
  const there = consider(reading, step, options, tolerance);
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
    counterexample: toCounterexample(there.finding.at),
    slip: null,
    notes: [...notesOf(there.posed.trace), note],
  };
}

function slipOf(literal: Reading, posed: Posed, step: StepInput, options: CheckOptions): Slip | null {
  return findSlip(literal.question, posed, (right) => {
    const mended = consider({ ...literal, question: { ...literal.question, right } }, { ...step, right }, options);
    return mended.kind === "judged" && mended.finding.kind === "agree" && !isVacuous(mended.posed);
  });
}

type Considered =
  | { readonly kind: "refused"; readonly code: string; readonly detail: string }
  | { readonly kind: "judged"; readonly finding: Finding; readonly posed: Posed; readonly disagreement: Remark | null };

function consider(reading: Reading, step: StepInput, options: CheckOptions, tolerance?: number): Considered {
  const posing = pose(reading.question);
  if (!posing.ok) return { kind: "refused", code: posing.refusal.code, detail: posing.refusal.detail };
  const { posed } = posing;
  const { scope } = reading.surveyed.source;
  const { world } = posed;
  const cache = new Map<string, Domain>();
  const domains = (leaf: Leaf): Domain => {
    const known = cache.get(leaf.key);
    if (known !== undefined) return known;
    const declared = domainOf(leaf, scope, world.canonical);
    const extra = reading.restrict(leaf);
    const domain = extra === null ? declared : reading.replacesDomains === true ? extra : intersect(declared, extra);
    cache.set(leaf.key, domain);
    return domain;
  };
  const constraints = (pair: Pair): readonly NodeId[] =>
    scope.assumptions.length === 0 ? [] : constraintNodes(scope.assumptions, world, pair.indices);
  const judgeOptions: JudgeOptions = {
    domains,
    constraints,
    relation: step.relation,
    key: `${print(step.left)}=${print(step.right)}`,
    seed: options.seed,
    core: options.samples,
    tolerance: tolerance ?? printedTolerance(step.left, step.right, step.relation),
  };
  const finding = judge(posed.pairs, world, judgeOptions);
  const disagreement = finding.kind === "undecided" ? null : confirmDerivatives(posed, domains, options.seed);
  return { kind: "judged", finding, posed, disagreement };
}

/** The sides agree: holds, unless they agree about nothing or the two derivative engines do not. */
function agreed(considered: Considered & { readonly kind: "judged" }, step: StepInput): Verdict {
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
    notes: [...notesOf(posed.trace), ...finding.oneSided.map((what) => remark("one-branch", what))],
  };
}

/** 0 = 0 because nothing flows from the variable to what is differentiated. */
function isVacuous({ pairs, trace, world }: Posed): boolean {
  if (trace.severed.length === 0) return false;
  const zero = (node: NodeId): boolean => {
    const found = world.builder.nodes[node];
    if (found === undefined) return false;
    if (found.op === "constant") return Number(found.text) === 0;
    if (found.op === "multiply") return found.args.some(zero);
    if (found.op === "add") return found.args.every(zero);
    if (found.op === "negate") return found.args.every(zero);
    return found.op === "divide" && zero(found.args[0] as NodeId);
  };
  return pairs.every(({ left, right }) => zero(left) && zero(right));
}

function conditional(
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

function notesOf(trace: Trace): readonly Remark[] {
  return [
    ...[...trace.standIns].map((name) => remark("stand-in", name)),
    ...[...trace.givens].map((name) => remark("given", name)),
    ...[...trace.undefinedFunctions].map((name) => remark("undefined-function", name)),
    ...trace.severed.slice(0, 1).map(({ of, by }) => remark("severed", `${print(by)}|${print(of)}`)),
  ];
}

function undecidedReason(finding: Finding, step: StepInput): Remark {
  if (finding.points === 0) return remark("no-indices", "");
  if (finding.undefinedPoints * 2 > finding.points)
    return remark("mostly-undefined", `${finding.undefinedPoints}|${finding.points}`);
  return remark(
    finding.samples === 0 && finding.undefinedPoints === 0 ? "budget" : "ill-conditioned",
    `${finding.samples}|${finding.points}|${step.relation}`,
  );
}

function undefinedSide(witness: Witness): string {
  return Number.isNaN(witness.left) ? "left" : "right";
}

function toCounterexample({ pair, inputs, left, right }: Witness): Counterexample {
  return { inputs, indices: Object.fromEntries(pair.indices), left, right };
}
