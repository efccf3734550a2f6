import type { Given } from "../calculus/dependencies";
import { type SurveySource, surveyScope } from "../calculus/surveyScope";
import type { Derivation, Line, Step } from "../derivation/Derivation";
import { chainsById } from "../derivation/addresses";
import type { Expression, Variable } from "../formula/Expression";
import { checkStep, remark, type Surveyed } from "./checkStep";
import { headVariable } from "./headVariable";
import type { DerivationReport } from "./DerivationReport";
import type { Verdict } from "./Verdict";

export interface DerivationCheckOptions {
  readonly seed?: number;
  /** Core points for each step; 48 if absent. */
  readonly samples?: number;
}

/** Judges every step of a document. Steps that are no claims have no verdict. */
export function checkDerivation(derivation: Derivation, options: DerivationCheckOptions = {}): DerivationReport {
  const seed = options.seed ?? 1;
  const bench = surveyor(derivation);
  const verdicts = derivation.steps.map((step) => verdictOf(step, bench, { seed, samples: options.samples ?? 48 }));
  return { derivation, verdicts, seed };
}

/** Surveys of a document's scopes, each made once when first asked for. */
export interface Surveyor {
  readonly line: (step: Step, side: "left" | "right") => Line | null;
  readonly head: (step: Step) => Variable | null;
  readonly scope: (scope: number) => Surveyed;
}

export function surveyor(derivation: Derivation, ranges: Partial<SurveySource["ranges"]> = {}): Surveyor {
  const chains = chainsById(derivation);
  const line = (step: Step, side: "left" | "right"): Line | null => chains.get(step[side].chain)?.lines[step[side].line] ?? null;
  const formulas = derivation.steps.map((step) => [line(step, "left")?.expression, line(step, "right")?.expression].filter((one): one is Expression => one != null));
  const lone = [...chains.values()].filter((chain) => chain.lines.length === 1).map((chain) => chain.lines.map((one) => one.expression).filter((one): one is Expression => one !== null));
  const made = new Map<number, Surveyed>();
  return {
    line,
    head: (step) => headVariable(chains.get(step.left.chain)?.lines[0]?.expression ?? null),
    scope: (at) => {
      const known = made.get(at);
      if (known !== undefined) return known;
      const scope = derivation.scopes[at] ?? { definitions: [], assumptions: [], declarations: [], sizes: {} };
      const givens = derivation.steps.flatMap((step) => (step.role === "given" && step.scope === at ? givenOf(line(step, "left")?.expression, line(step, "right")?.expression) : []));
      const source: SurveySource = {
        scope, formulas: [...formulas, ...lone], givens,
        ranges: { sizes: { ...scope.sizes, ...ranges.sizes }, classes: ranges.classes ?? 3, batch: ranges.batch ?? 2 },
      };
      const surveyed = { source, survey: surveyScope(source) };
      made.set(at, surveyed);
      return surveyed;
    },
  };
}

function givenOf(left: Expression | null | undefined, right: Expression | null | undefined): readonly Given[] {
  if (left?.kind !== "derivative" || right == null) return [];
  const by = left.by[0];
  return left.of.kind === "variable" && by?.kind === "variable" && left.by.length === 1 ? [{ of: left.of, by, value: right }] : [];
}

function verdictOf(step: Step, bench: Surveyor, options: { readonly seed: number; readonly samples: number }): Verdict | null {
  if (step.role === "definition") return null;
  if (step.role === "given") return { kind: "not-checked", reason: remark("taken-as-given", "") };
  if (step.role === "equation") return { kind: "not-checked", reason: remark("equation", step.reason ?? "") };
  const [left, right] = [bench.line(step, "left"), bench.line(step, "right")];
  for (const one of [left, right]) {
    if (one === null) return { kind: "not-checked", reason: remark("missing-line", "") };
    if (one.error !== null) return { kind: "not-checked", reason: remark("unread", one.error.code, one.error.detail) };
  }
  if (left?.expression == null || right?.expression == null) return { kind: "not-checked", reason: remark("unread", "") };
  const conditions = [...step.conditions, ...(right.condition === null ? [] : [right.condition])];
  return checkStep(
    { left: left.expression, right: right.expression, relation: step.relation, headVariable: bench.head(step), conditions },
    bench.scope(step.scope),
    options,
  );
}
