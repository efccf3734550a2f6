import { evaluateExact } from "../calculus/evaluateExact";
import { inputsBelow } from "../calculus/inputsBelow";
import { lower } from "../calculus/lower";
import { openWorld } from "../calculus/surveyScope";
import type { Leaf } from "../calculus/World";
import type { Derivation } from "../derivation/Derivation";
import type { Problem } from "../derivation/Problem";
import type { Definition } from "../formula/Definition";
import type { Expression, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import { domainOf } from "./inferDomains";
import { samplePoints } from "./samplePoints";
import type { Surveyor } from "./surveyor";

/**
 * Definitions under a logarithm that leave its domain: L = −y log ŷ − (1 − y) log(1 − ŷ) needs 0 < ŷ < 1, which
 * ŷ = wx + b does not keep. Steps are judged where the formulas are defined; this says so.
 */
export function domainProblems(derivation: Derivation, bench: Surveyor): readonly Problem[] {
  const told = new Set<string>();
  return derivation.scopes.flatMap((scope, at): readonly Problem[] =>
    scope.definitions.flatMap((definition): readonly Problem[] =>
      needsOf(definition.body).flatMap(({ symbol, low, high }): readonly Problem[] => {
        const key = `${definition.name} ${symbol.name} ${definition.span.start}`;
        if (told.has(key) || definition.origin === "declared") return [];
        told.add(key);
        const place = definitionSpan(symbol, at, bench);
        if (place === null || !leaves(symbol, low, high, at, bench)) return [];
        const need = [low === null ? "" : `${low} < `, print(symbol), high === null ? "" : ` < ${high}`].join("");
        return [
          {
            code: "domain",
            severity: "information",
            detail: `${print(head(definition))}|${need}|${print(place.body)}`,
            span: place.span,
          },
        ];
      }),
    ),
  );
}

interface Need {
  readonly symbol: Variable;
  readonly low: number | null;
  readonly high: number | null;
}

/** log v needs 0 < v; log(1 − v) needs v < 1. */
function needsOf(body: Expression): readonly Need[] {
  const needs = new Map<string, Need>();
  walk(body, (part) => {
    if (part.kind !== "call" || part.name !== "log") return;
    const arg = part.args[0];
    if (arg?.kind === "variable") needs.set(arg.name, { high: null, ...needs.get(arg.name), symbol: arg, low: 0 });
    const taken =
      arg?.kind === "sum" &&
      arg.terms.length === 2 &&
      arg.terms[0]?.kind === "number" &&
      Number(arg.terms[0].text) === 1 &&
      arg.terms[1]?.kind === "negative"
        ? arg.terms[1].operand
        : null;
    if (taken?.kind === "variable")
      needs.set(taken.name, { low: null, ...needs.get(taken.name), symbol: taken, high: 1 });
  });
  return [...needs.values()];
}

function definitionSpan(symbol: Variable, scope: number, bench: Surveyor): Definition | null {
  const { survey } = bench.scope(scope);
  return survey.definitions.get(survey.canonical(symbol.name))?.at(-1) ?? null;
}

/** True where the symbol's values leave the open interval at a tenth of the core points or more. */
function leaves(symbol: Variable, low: number | null, high: number | null, at: number, bench: Surveyor): boolean {
  const { survey, source } = bench.scope(at);
  const world = openWorld(survey);
  const env = new Map(symbol.indices.flatMap((index) => (index.kind === "variable" ? [[index.name, 1] as const] : [])));
  const lowered = lower(symbol, world, { env });
  const node = lowered.ok ? lowered.value.nodes[0] : undefined;
  if (node === undefined) return false;
  const inputs = inputsBelow(world.builder.nodes, [node])
    .inputs.map((one) => world.leaves.get(one))
    .filter((leaf): leaf is Leaf => leaf !== undefined);
  if (inputs.length === 0) return false;
  const plan = samplePoints({
    domains: inputs.map((leaf) => domainOf(leaf, source.scope, world.canonical)),
    constants: [],
    key: symbol.name,
    seed: 1,
    core: 40,
    narrow: false,
  });
  const columns = Object.fromEntries(
    inputs.map((leaf, column) => [leaf.key, (plan.columns[column] as Float64Array).slice(0, 40)]),
  );
  const values = evaluateExact(world.builder.nodes, [node], columns, 40).outputs[0]?.hi ?? [];
  const outside = [...values].filter(
    (value) => (low !== null && value <= low) || (high !== null && value >= high),
  ).length;
  return outside >= 4;
}

function head({ name, indices, span }: Definition): Expression {
  return { kind: "variable", name, indices, span };
}
