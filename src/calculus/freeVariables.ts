import type { Expression, Variable } from "../formula/Expression";
import { parts } from "../formula/traverse";
import type { World } from "./World";

/** The symbols an expression is written in, without index letters, each once. A lone defined symbol counts as its body. */
export function freeVariables(expression: Expression, world: World): readonly Variable[] {
  if (expression.kind === "variable") {
    const definition = world.definitions.get(world.canonical(expression.name))?.at(-1);
    return definition === undefined ? [expression] : freeVariables(definition.body, world);
  }
  const found = new Map<string, Variable>();
  collect(expression, new Set(), found);
  return [...found.values()];
}

function collect(expression: Expression, bound: ReadonlySet<string>, found: Map<string, Variable>): void {
  if (expression.kind === "variable") {
    if (bound.has(expression.name)) return;
    const letters = expression.indices.map((index) => (index.kind === "variable" ? index.name : ""));
    const key = `${expression.name} ${letters.join()}`;
    if (!found.has(key)) found.set(key, expression);
    return;
  }
  if (expression.kind === "indexed") return collect(expression.body, new Set(bound).add(expression.index), found);
  if (expression.kind === "indicator") return;
  const inner =
    expression.kind === "cases"
      ? expression.branches.map(({ value }) => value)
      : expression.kind === "call"
        ? expression.args
        : parts(expression);
  for (const part of inner) collect(part, bound, found);
}
