import { freeVariables } from "../calculus/freeVariables";
import { lower } from "../calculus/lower";
import { openWorld } from "../calculus/surveyScope";
import { emptyTrace, type Survey } from "../calculus/World";
import type { Derivation, Step } from "../derivation/Derivation";
import type { Problem } from "../derivation/Problem";
import type { Definition, Scope } from "../formula/Definition";
import type { Derivative, Expression, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import type { Judging } from "./StepJudge";
import { type Surveyed, surveyed } from "./Surveyed";
import type { Surveyor } from "./surveyor";
import type { Verdict } from "./Verdict";

/**
 * A step that replaces da/dz by (E(z))' where a does not depend on z says, between the lines, a = E(z). This names the
 * definition that would connect them and what else of the document it would change: with a = σ(z) and z = wx + b
 * instead of a = wx + b, some steps begin to hold and others stop.
 */
export function suggestDefinitions(
  derivation: Derivation,
  verdicts: readonly (Verdict | null)[],
  bench: Surveyor,
  options: Judging,
): readonly Problem[] {
  const made = new Set<string>();
  return derivation.steps.flatMap((step, at): readonly Problem[] => {
    if (verdicts[at]?.kind !== "fails" || step.asPublished) return [];
    const own = bench.scope(step.scope);
    const hint = hintOf(step, bench, own.survey);
    if (hint === null || made.has(`${hint.symbol.name} ${step.scope}`)) return [];
    made.add(`${hint.symbol.name} ${step.scope}`);
    const changed = withDefinition(own, hint);
    const turned = { begins: [] as string[], stops: [] as string[] };
    derivation.steps.forEach((other, index) => {
      const before = verdicts[index]?.kind;
      if (
        other.scope !== step.scope ||
        other.role !== "claim" ||
        (before !== "holds" && before !== "fails" && before !== "not-checked")
      )
        return;
      const [left, right] = [bench.line(other, "left")?.expression, bench.line(other, "right")?.expression];
      if (left == null || right == null) return;
      const after = options.judge(
        { left, right, relation: other.relation, headVariable: bench.head(other), conditions: other.conditions },
        changed,
        options,
      ).kind;
      if (before !== "holds" && after === "holds") turned.begins.push(`${print(left)} = ${print(right)}`);
      if (before === "holds" && after === "fails") turned.stops.push(`${print(left)} = ${print(right)}`);
    });
    if (turned.begins.length === 0) return [];
    const formulas = [
      `${print(hint.symbol)} = ${print(hint.meaning)}`,
      ...(hint.body === null ? [] : [`${print(hint.variable)} = ${print(hint.body)}`]),
    ];
    return [
      {
        code: "suggested-definition",
        severity: "warning",
        detail: [formulas.join(", "), String(turned.begins.length), ...turned.stops].join("|"),
        span: bench.line(step, "right")?.span ?? { start: 0, end: 0 },
      },
    ];
  });
}

interface Hint {
  /** a, to be given the meaning E. */
  readonly symbol: Variable;
  readonly meaning: Expression;
  /** z, which takes over what a was defined as. */
  readonly variable: Variable;
  readonly body: Expression | null;
}

function hintOf(step: Step, bench: Surveyor, survey: Survey): Hint | null {
  const [left, right] = [bench.line(step, "left")?.expression, bench.line(step, "right")?.expression];
  if (left == null || right == null) return null;
  const world = openWorld(survey);
  for (const derivative of derivativesIn(left)) {
    const by = derivative.by[0];
    if (derivative.of.kind !== "variable" || by?.kind !== "variable" || derivative.by.length !== 1) continue;
    const trace = emptyTrace();
    lower(derivative, world, { trace });
    if (trace.severed.length === 0) continue;
    for (const meaning of differentiatedIn(right)) {
      const free = freeVariables(meaning, world);
      if (free.length !== 1 || free[0]?.name !== by.name) continue;
      const definition = survey.definitions.get(survey.canonical(derivative.of.name))?.at(-1);
      const open = !survey.definitions.has(survey.canonical(by.name));
      return { symbol: derivative.of, meaning, variable: by, body: open ? (definition?.body ?? null) : null };
    }
  }
  return null;
}

/** What a side differentiates with its bare formula: the E of (E)' and of d/dz E. */
function differentiatedIn(side: Expression): readonly Expression[] {
  const found: Expression[] = [];
  walk(side, (part) => {
    if (part.kind === "prime" && part.operand.kind !== "variable") found.push(part.operand);
    if (part.kind === "derivative" && part.of.kind !== "variable") found.push(part.of);
  });
  return found;
}

function derivativesIn(side: Expression): readonly Derivative[] {
  const found: Derivative[] = [];
  walk(side, (part) => {
    if (part.kind === "derivative") found.push(part);
  });
  return found;
}

function withDefinition({ source, survey }: Surveyed, hint: Hint): Surveyed {
  const name = survey.canonical(hint.symbol.name);
  const kept = source.scope.definitions.filter(
    (one) =>
      survey.canonical(one.name) !== name || (one.body.kind === "variable" && survey.canonical(one.body.name) === name),
  );
  const made = (symbol: Variable, body: Expression): Definition => ({
    name: symbol.name,
    indices: symbol.indices,
    parameters: [],
    body,
    origin: "document",
    span: symbol.span,
  });
  const definitions = [
    ...kept,
    made(hint.symbol, hint.meaning),
    ...(hint.body === null ? [] : [made(hint.variable, hint.body)]),
  ];
  const scope: Scope = { ...source.scope, definitions };
  return surveyed({ ...source, scope });
}
