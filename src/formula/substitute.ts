import type { Expression, IndexedSum } from "./Expression";
import { mapCondition, mapParts, walk } from "./traverse";

/** What stands for a bare symbol, by its name: an index letter, or a function's parameter. */
export type Substitution = ReadonlyMap<string, Expression>;

/**
 * The expression with symbols replaced, in index slots too. A bound index is never replaced, and is renamed where a
 * replacement would otherwise be caught by it: Σ_j a_j b_i with i := j becomes Σ_{j'} a_{j'} b_j.
 */
export function substitute(expression: Expression, substitution: Substitution): Expression {
  if (substitution.size === 0) return expression;
  if (expression.kind === "variable" && expression.indices.length === 0)
    return substitution.get(expression.name) ?? expression;
  if (expression.kind === "indexed") return substituteInSum(expression, substitution);
  return mapParts(expression, (part) => substitute(part, substitution));
}

function substituteInSum(sum: IndexedSum, substitution: Substitution): Expression {
  const outer = (limit: Expression | null): Expression | null =>
    limit === null ? null : substitute(limit, substitution);
  const inner = new Map(substitution);
  inner.delete(sum.index);
  const caught = [...inner.values()].some((value) => names(value).has(sum.index));
  const index = caught ? freshName(sum.index, [sum.body, ...inner.values()]) : sum.index;
  if (caught) inner.set(sum.index, { kind: "variable", name: index, indices: [], span: sum.span });
  return {
    ...sum,
    index,
    lower: outer(sum.lower),
    upper: outer(sum.upper),
    condition: mapCondition(sum.condition, (side) => substitute(side, inner)),
    body: substitute(sum.body, inner),
  };
}

function names(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  walk(expression, (part) => {
    if (part.kind === "variable" && part.indices.length === 0) found.add(part.name);
    if (part.kind === "indexed") found.add(part.index);
  });
  return found;
}

/** A primed letter is no letter of the source, so it can only meet another made here. */
function freshName(letter: string, expressions: readonly Expression[]): string {
  const taken = new Set(expressions.flatMap((expression) => [...names(expression)]));
  let name = `${letter}'`;
  while (taken.has(name)) name += "'";
  return name;
}
