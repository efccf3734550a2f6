import type { Expression, Variable } from "../formula/Expression";
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
  const into = (inner: Expression) => collect(inner, bound, found);
  switch (expression.kind) {
    case "number":
    case "constant":
    case "indicator":
      return;
    case "variable": {
      if (bound.has(expression.name)) return;
      const key = `${expression.name} ${expression.indices.map((index) => (index.kind === "variable" ? index.name : "")).join()}`;
      if (!found.has(key)) found.set(key, expression);
      return;
    }
    case "sum":
      return expression.terms.forEach(into);
    case "product":
      return expression.factors.forEach(into);
    case "negative":
    case "transpose":
    case "norm":
    case "prime":
      return into(expression.operand);
    case "quotient":
      into(expression.numerator);
      return into(expression.denominator);
    case "power":
      into(expression.base);
      return into(expression.exponent);
    case "call":
      return expression.args.forEach(into);
    case "derivative":
      into(expression.of);
      return expression.by.forEach(into);
    case "evaluated":
      return into(expression.operand);
    case "indexed":
      return collect(expression.body, new Set(bound).add(expression.index), found);
    case "cases":
      return expression.branches.forEach((branch) => into(branch.value));
    case "matrix":
      return expression.rows.flat().forEach(into);
  }
}
