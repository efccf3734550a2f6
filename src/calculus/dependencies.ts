import type { Definition } from "../formula/Definition";
import type { Derivative, Expression, Variable } from "../formula/Expression";
import { parts } from "../formula/traverse";
import type { Dependency } from "./World";

/** A stated derivative of something undefined: ∂of/∂by = value. */
export interface Given {
  readonly of: Variable;
  readonly by: Variable;
  readonly value: Expression;
}

/**
 * What each undefined but differentiated symbol depends on: the nearest of the symbols it is differentiated by. With
 * ∂L/∂w and ∂L/∂ŷ in a document where ŷ is made of w, L is a function of ŷ alone, so that chain rules are about
 * something.
 */
export function dependenciesOf(
  formulas: readonly (readonly Expression[])[],
  givens: readonly Given[],
  definitions: ReadonlyMap<string, readonly Definition[]>,
  canonical: (name: string) => string,
): ReadonlyMap<string, readonly Dependency[]> {
  const arcs = new Map<string, Map<string, Dependency>>();
  const note = (of: Variable, by: Variable, given: Expression | null): void => {
    const [name, under] = [canonical(of.name), canonical(by.name)];
    if (name === under || definitions.has(name)) return;
    const known = arcs.get(name) ?? new Map<string, Dependency>();
    if (!known.has(under) || (given !== null && known.get(under)?.given === null)) known.set(under, { of, by, given });
    arcs.set(name, known);
  };
  for (const { of, by, value } of givens) note(of, by, value);
  for (const formula of formulas) {
    const derivatives = formula.flatMap(derivativesIn);
    for (const derivative of derivatives) {
      if (derivative.of.kind !== "variable") continue;
      for (const by of derivative.by) if (by.kind === "variable") note(derivative.of, by, null);
    }
    const by = derivatives.length === 0 ? unnamed : onlyVariable(derivatives);
    if (by !== null) for (const primed of formula.flatMap(primedIn)) note(primed, by, null);
  }

  const reaches = (from: string, to: string, seen: Set<string> = new Set()): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    const next = new Set<string>(arcs.get(from)?.keys() ?? []);
    for (const definition of definitions.get(from) ?? [])
      for (const name of namesIn(definition.body)) next.add(canonical(name));
    return [...next].some((name) => name === to || reaches(name, to, seen));
  };
  for (const [name, known] of arcs) for (const by of known.keys()) if (reaches(by, name)) known.delete(by);
  const nearest = new Map<string, readonly Dependency[]>();
  for (const [name, known] of arcs) {
    const near = [...known].filter(([by]) => ![...known.keys()].some((other) => other !== by && reaches(other, by)));
    if (near.length > 0)
      nearest.set(
        name,
        near.map(([, dependency]) => dependency),
      );
  }
  return nearest;
}

/** What (uv)' = u'v + uv' differentiates by, where nothing says: a variable of its own. */
const unnamed: Variable = {
  kind: "variable",
  name: "the variable of the prime",
  indices: [],
  span: { start: 0, end: 0 },
};

/** The one symbol that a formula differentiates by, if it is one: what its primes are about. */
function onlyVariable(derivatives: readonly Derivative[]): Variable | null {
  const all = derivatives.flatMap((one) => one.by);
  const first = all[0];
  if (first?.kind !== "variable") return null;
  return all.every((by) => by.kind === "variable" && by.name === first.name) ? first : null;
}

/** The symbols u of u'. */
function primedIn(expression: Expression): readonly Variable[] {
  const inner = parts(expression).flatMap(primedIn);
  return expression.kind === "prime" && expression.operand.kind === "variable" ? [expression.operand, ...inner] : inner;
}

function derivativesIn(expression: Expression): readonly Derivative[] {
  const inner = parts(expression).flatMap(derivativesIn);
  return expression.kind === "derivative" ? [expression, ...inner] : inner;
}

function namesIn(expression: Expression): readonly string[] {
  const inner = parts(expression).flatMap(namesIn);
  return expression.kind === "variable" ? [expression.name, ...inner] : inner;
}
