import type { NodeId } from "../calculus/Graph";
import { reachable } from "../calculus/reachable";
import type { SurveySource } from "../calculus/surveyScope";
import { surveyScope } from "../calculus/surveyScope";
import type { Leaf, Survey, Trace } from "../calculus/World";
import type { Assumption } from "../formula/Definition";
import type { Condition, Expression, Relation, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { sameTree } from "../formula/sameTree";
import { confirmDerivatives } from "./confirmDerivatives";
import { type Domain, intersect, interval } from "./Domain";
import { doubtOf } from "./doubts";
import { findSlip } from "./findSlip";
import { constraintNodes, domainOf, statedSets } from "./inferDomains";
import { type Finding, type JudgeOptions, judge, type Witness } from "./judge";
import { printedTolerance } from "./printedDecimals";
import { type Pair, type Posed, pose, type Question } from "./Question";
import { endedEarly, sumIsOne, summed } from "./readings";
import type { Counterexample, Remark, Slip, Verdict } from "./Verdict";

export interface StepInput {
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: Relation;
  readonly headVariable: Variable | null;
  /** Conditions on indices that the text states for this step. */
  readonly conditions: readonly Condition[];
}

/** A scope with what was read off it once. */
export interface Surveyed {
  readonly source: SurveySource;
  readonly survey: Survey;
}

export interface CheckOptions {
  readonly seed: number;
  /** Core points; 48 unless asked otherwise. */
  readonly samples: number;
}

/** How a step is read: literally, or under one named reading or condition. */
interface Reading {
  readonly question: Question;
  readonly surveyed: Surveyed;
  readonly restrict: (leaf: Leaf) => Domain | null;
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
  if (first.kind === "refused") {
    if (sameTree(step.left, step.right))
      return { kind: "holds", samples: 0, largestDifference: 0, notes: [remark("same-tree", "")] };
    return { kind: "not-checked", reason: remark(first.code, first.detail) };
  }
  if (first.finding.kind === "agree" || sameTree(step.left, step.right)) return agreed(first, step);
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
  for (const { condition, reading } of otherReadings(stated, first.posed)) {
    const other = run(reading);
    if (other.kind === "judged" && other.finding.kind === "agree" && !isVacuous(other.posed))
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
    slip: slipOf(literal, first.posed, step, options),
    notes: notesOf(first.posed.trace),
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

function consider(reading: Reading, step: StepInput, options: CheckOptions): Considered {
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
    const domain = extra === null ? declared : intersect(declared, extra);
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
    tolerance: printedTolerance(step.left, step.right, step.relation),
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

interface OtherReading {
  readonly condition: Remark;
  readonly reading: Reading;
}

/** The fixed list, in order. Generated lazily: most failing steps need none beyond the first few. */
function* otherReadings(literal: Reading, posed: Posed): Generator<OtherReading> {
  const { question, surveyed } = literal;
  const { survey } = surveyed;
  const einstein = summed(question.left, question.right, survey);
  if (einstein !== null) {
    const reading = { ...literal, question: { ...question, left: einstein.left, right: einstein.right } };
    yield {
      condition: remark("summation", einstein.letters.join(", "), `\\sum_{${einstein.letters.join(",")}}`),
      reading,
    };
  }
  const early = endedEarly(question.left, question.right, survey);
  if (early !== null)
    yield { condition: remark("sum-ends-early", ""), reading: { ...literal, question: { ...question, ...early } } };
  const free = [...posed.world.leaves.values()];
  for (const { name, rank } of indexedNames(free)) {
    for (let position = rank - 1; position >= 0; position -= 1) {
      const sum = sumIsOne(name, rank, position);
      const assumption: Assumption = {
        condition: { sides: [sum, { kind: "number", text: "1", span: sum.span }], relations: ["="], and: null },
        origin: "declared",
        span: sum.span,
      };
      const source = {
        ...surveyed.source,
        scope: { ...surveyed.source.scope, assumptions: [...surveyed.source.scope.assumptions, assumption] },
      };
      const assumed: Surveyed = { source, survey: surveyScope(source) };
      yield {
        condition: remark("sum-is-one", name, `${print(sum)} = 1`),
        reading: { ...literal, surveyed: assumed, question: { ...question, survey: assumed.survey } },
      };
      if (einstein !== null)
        yield {
          condition: remark("summation-and-sum-is-one", `${einstein.letters.join(", ")}|${name}`, `${print(sum)} = 1`),
          reading: {
            ...literal,
            surveyed: assumed,
            question: { ...question, left: einstein.left, right: einstein.right, survey: assumed.survey },
          },
        };
    }
  }
  if (posed.trace.derivatives.length > 0)
    yield {
      condition: remark("strict-partial", ""),
      reading: { ...literal, question: { ...question, strictPartials: true } },
    };
  const names = [...new Set(free.map((leaf) => leaf.name))];
  if (names.length > 0 && names.length <= 12 && hasBranches(posed))
    yield {
      condition: remark("positive", names.join(", "), names.map((name) => `${print(bare(name))} > 0`).join(",\\ ")),
      reading: { ...literal, restrict: () => ({ ...interval(0, Number.POSITIVE_INFINITY, true) }) },
    };
  for (const [name, values] of statedSets(surveyed.source.scope, survey.canonical))
    if (names.includes(name))
      yield {
        condition: remark(
          "one-of",
          `${name}|${values.join(", ")}`,
          `${print(bare(name))} \\in \\{${values.join(", ")}\\}`,
        ),
        reading: {
          ...literal,
          restrict: (leaf) =>
            leaf.name === name ? { ...interval(Math.min(...values), Math.max(...values), false), values } : null,
        },
      };
  if (posed.trace.undefinedFunctions.has("sigma"))
    yield {
      condition: remark("logistic", "sigma", "\\sigma(x) = \\frac{1}{1 + e^{-x}}"),
      reading: withLogistic(literal),
    };
}

/** Only where a root, an absolute value or a maximum takes sides does the sign of a symbol decide a step. */
function hasBranches({ world, pairs }: Posed): boolean {
  const sides = pairs.flatMap(({ left, right }) => [left, right]);
  const { nodes } = world.builder;
  return reachable(nodes, sides).some((id) =>
    ["abs", "sqrt", "sign", "max", "min", "power"].includes(nodes[id]?.op ?? ""),
  );
}

function withLogistic(literal: Reading): Reading {
  const span = { start: 0, end: 0 };
  const x: Variable = { kind: "variable", name: "x", indices: [], span };
  const scope = literal.surveyed.source.scope;
  const source: SurveySource = {
    ...literal.surveyed.source,
    scope: {
      ...scope,
      definitions: [
        ...scope.definitions,
        {
          name: "sigma",
          indices: [],
          parameters: [x],
          body: { kind: "call", name: "sigmoid", args: [x], primes: 0, indices: [], span },
          origin: "declared",
          span,
        },
      ],
    },
  };
  const surveyed = { source, survey: surveyScope(source) };
  return { ...literal, surveyed, question: { ...literal.question, survey: surveyed.survey } };
}

function bare(name: string): Variable {
  return { kind: "variable", name, indices: [], span: { start: 0, end: 0 } };
}

function indexedNames(leaves: readonly Leaf[]): readonly { readonly name: string; readonly rank: number }[] {
  const ranks = new Map<string, number>();
  for (const leaf of leaves) if (leaf.indices.length > 0) ranks.set(leaf.name, leaf.indices.length);
  return [...ranks].map(([name, rank]) => ({ name, rank })).slice(0, 4);
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

export function printCondition(condition: Condition): string {
  const symbol: Record<string, string> = { "≠": "\\ne", "≤": "\\le", "≥": "\\ge", "∈": "\\in" };
  const text = condition.sides
    .map((side, at) =>
      at === 0
        ? print(side)
        : `${symbol[condition.relations[at - 1] as string] ?? condition.relations[at - 1]} ${print(side)}`,
    )
    .join(" ");
  return condition.and === null ? text : `${text}, ${printCondition(condition.and)}`;
}

export function remark(code: string, detail: string, tex: string | null = null): Remark {
  return { code, detail, tex };
}
