import type { Derivation, Step } from "../derivation/Derivation";
import { reasons } from "../derivation/roles";
import { checkStep } from "./checkStep";
import type { DerivationReport } from "./DerivationReport";
import { domainProblems } from "./domainProblems";
import { underOtherDefinitions } from "./otherDefinitions";
import { remark } from "./remark";
import type { Judging, StepJudge } from "./StepJudge";
import { saidBefore } from "./saidBefore";
import { suggestDefinitions } from "./suggestDefinition";
import { type Surveyor, surveyor } from "./surveyor";
import type { Verdict } from "./Verdict";

export interface DerivationCheckOptions {
  readonly seed?: number;
  /** Core points for each step; 48 if absent. */
  readonly samples?: number;
  /** Who judges the steps; `checkStep` if absent. */
  readonly judge?: StepJudge;
  /** Called after each step, for those who wait. */
  readonly onStep?: () => void;
}

/** Judges every step of a document. Steps that are no claims have no verdict. */
export function checkDerivation(derivation: Derivation, options: DerivationCheckOptions = {}): DerivationReport {
  const seed = options.seed ?? 1;
  const settings = { seed, samples: options.samples ?? 48, judge: options.judge ?? checkStep };
  const bench = surveyor(derivation);
  // What follows from an equation to be solved is judged like anything else where that equation is an identity.
  let follows = true;
  const literal = derivation.steps.map((step) => {
    const isFreed = !follows && (step.reason === reasons.follows || step.reason === reasons.solution);
    const verdict = isFreed ? judged(step, bench, settings) : verdictOf(step, bench, settings);
    if (step.reason === reasons.solved) follows = verdict?.kind === "not-checked";
    options.onStep?.();
    return verdict;
  });
  const verdicts = underOtherDefinitions(derivation, literal, bench, settings);
  const found = [...suggestDefinitions(derivation, verdicts, bench, settings), ...domainProblems(derivation, bench)];
  const problems = [...derivation.problems, ...found].toSorted((one, other) => one.span.start - other.span.start);
  return { derivation: { ...derivation, problems }, verdicts, seed };
}

function verdictOf(step: Step, bench: Surveyor, options: Judging): Verdict | null {
  if (step.role === "definition") return null;
  if (step.role === "given") {
    // ∂L/∂w = Σ_i ∂L/∂y_i ∂y_i/∂w holds whatever L is; only what rests on no such statement is worth saying.
    const tried = judged(step, bench, options);
    const isProved = tried.kind === "holds" && !tried.notes.some(({ code }) => code === "given");
    return isProved ? tried : { kind: "not-checked", reason: remark("taken-as-given", "") };
  }
  if (step.role === "equation") {
    // An equation to be solved may still be an identity, such as Σ(x_i − x̄) = 0; only that is worth saying.
    // So may a value be right at the values that the text gives, and an inequality be true everywhere.
    const isTried =
      step.reason === reasons.solved ||
      step.reason === reasons.follows ||
      (step.reason === reasons.inequality && step.relation !== "≠") ||
      (step.reason === reasons.value && !statesValue(step, bench));
    const tried = isTried ? judged(step, bench, options) : null;
    const isWorthSaying =
      tried?.kind === "holds" ||
      (tried?.kind === "holds-if" && /^(?:where-defined|counts)$/.test(tried.condition.code));
    return isWorthSaying ? tried : { kind: "not-checked", reason: remark("equation", step.reason ?? "") };
  }
  return judged(step, bench, options);
}

/** x = 2 for a symbol that has no formula says nothing that could be wrong. */
function statesValue(step: Step, bench: Surveyor): boolean {
  const left = bench.line(step, "left");
  if (!bench.isGiven(left) || left?.expression?.kind !== "variable") return bench.isGiven(left);
  const { definitions, canonical } = bench.scope(step.scope).survey;
  return !definitions.has(canonical(left.expression.name));
}

function judged(step: Step, bench: Surveyor, options: Judging): Verdict {
  const [left, right] = [bench.line(step, "left"), bench.line(step, "right")];
  for (const one of [left, right]) {
    if (one === null) return { kind: "not-checked", reason: remark("missing-line", "") };
    if (one.error !== null) return { kind: "not-checked", reason: remark("unread", one.error.code, one.error.detail) };
  }
  if (left?.expression == null || right?.expression == null)
    return { kind: "not-checked", reason: remark("unread", "") };
  const conditions = [...step.conditions, ...(right.condition === null ? [] : [right.condition])];
  const there = bench.scope(step.scope);
  const { stated, supposed } = there.source.scope;
  return options.judge(
    {
      left: left.expression,
      right: right.expression,
      relation: step.relation,
      headVariable: bench.head(step),
      conditions,
      stated: saidBefore(stated, right.span.start),
      supposed: saidBefore(supposed, right.span.start),
      given: bench.given(right.span.start),
    },
    there,
    options,
  );
}
