import type { Derivation, Step } from "../derivation/Derivation";
import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import { remark } from "./remark";
import type { Judging } from "./StepJudge";
import { type Surveyed, surveyed } from "./Surveyed";
import type { Surveyor } from "./surveyor";
import type { Verdict } from "./Verdict";

/** More conflicting definitions than this are left as they are. */
const mostAlternatives = 4;

/**
 * Where a document gives a symbol two meanings that differ (ℓ = A, later ℓ = B, and A ≠ B), the second equation fails.
 * Later steps that fail with A but hold with B hold if ℓ is as in the second: the one mistake is accused once.
 */
export function underOtherDefinitions(
  derivation: Derivation,
  verdicts: readonly (Verdict | null)[],
  bench: Surveyor,
  options: Judging,
): readonly (Verdict | null)[] {
  const result = [...verdicts];
  const alternatives = derivation.steps.flatMap((step, at) => {
    const alternative = verdicts[at]?.kind === "fails" ? alternativeOf(step, bench) : null;
    return alternative === null ? [] : [{ at, step, alternative }];
  });
  const explained = new Set<number>();
  for (const { at, step, alternative } of alternatives.slice(0, mostAlternatives)) {
    const changed = redefined(bench.scope(step.scope), alternative);
    derivation.steps.forEach((later, index) => {
      const before = result[index];
      if (index <= at || later.scope !== step.scope || before?.kind !== "fails") return;
      const [left, right] = [bench.line(later, "left")?.expression, bench.line(later, "right")?.expression];
      if (left == null || right == null || !(mentions(left, alternative.name) || mentions(right, alternative.name)))
        return;
      const verdict = options.judge(
        { left, right, relation: later.relation, headVariable: bench.head(later), conditions: later.conditions },
        changed,
        options,
      );
      if (verdict.kind !== "holds") return;
      explained.add(at);
      const head: Expression = {
        kind: "variable",
        name: alternative.name,
        indices: alternative.indices,
        span: alternative.span,
      };
      result[index] = {
        kind: "holds-if",
        condition: remark("other-definition", alternative.name, `${print(head)} = ${print(alternative.body)}`),
        samples: verdict.samples,
        largestDifference: verdict.largestDifference,
        counterexample: before.counterexample,
        notes: verdict.notes,
      };
    });
  }
  // f(x) = … is every author's next example: where what follows is about it, it was no claim.
  for (const { at, alternative } of alternatives)
    if (explained.has(at) && /^[fgh]$/.test(alternative.name))
      result[at] = { kind: "not-checked", reason: remark("renewed", alternative.name) };
  return result;
}

/** The meaning that a failing equation gives to the symbol on its left. */
function alternativeOf(step: Step, bench: Surveyor): Definition | null {
  const [left, right] = [bench.line(step, "left")?.expression, bench.line(step, "right")?.expression];
  if (left == null || right == null || step.asPublished) return null;
  const common = { body: right, origin: "document" as const, span: left.span };
  if (left.kind === "variable") return { ...common, name: left.name, indices: left.indices, parameters: [] };
  const plain = left.kind === "call" && left.primes === 0 && left.args.every((arg) => arg.kind === "variable");
  return plain ? { ...common, name: left.name, indices: left.indices, parameters: left.args } : null;
}

function redefined({ source, survey }: Surveyed, definition: Definition): Surveyed {
  const name = survey.canonical(definition.name);
  const kept = source.scope.definitions.filter((one) => survey.canonical(one.name) !== name);
  return surveyed({ ...source, scope: { ...source.scope, definitions: [...kept, definition] } });
}

function mentions(expression: Expression, name: string): boolean {
  let found = false;
  walk(expression, (part) => {
    if ((part.kind === "variable" || part.kind === "call") && part.name === name) found = true;
  });
  return found;
}
