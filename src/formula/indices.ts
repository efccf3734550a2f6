import type { Expression } from "./Expression";
import { conditionParts, parts } from "./traverse";

/** Letters used as indices and not bound by a Σ, Π, max or min inside: what the expression's value depends on. */
export function freeIndices(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  collect(expression, [], false, found);
  return found;
}

function collect(expression: Expression, bound: readonly string[], asIndex: boolean, found: Set<string>): void {
  switch (expression.kind) {
    case "variable":
      if (asIndex && expression.indices.length === 0 && !bound.includes(expression.name)) found.add(expression.name);
      for (const index of expression.indices) collect(index, bound, true, found);
      return;
    case "call":
      for (const index of expression.indices) collect(index, bound, true, found);
      for (const argument of expression.args) collect(argument, bound, asIndex, found);
      return;
    case "indicator":
      for (const side of conditionParts(expression.condition)) collect(side, bound, isBare(side), found);
      return;
    case "cases":
      for (const { value, condition } of expression.branches) {
        collect(value, bound, asIndex, found);
        for (const side of conditionParts(condition))
          collect(side, bound, isBare(side) && comparesLetters(conditionParts(condition)), found);
      }
      return;
    case "indexed": {
      // The limits stand outside the binding.
      for (const limit of [expression.lower, expression.upper]) if (limit !== null) collect(limit, bound, false, found);
      const inside = [...bound, expression.index];
      for (const side of conditionParts(expression.condition)) collect(side, inside, isBare(side), found);
      collect(expression.body, inside, asIndex, found);
      return;
    }
    default:
      for (const part of parts(expression)) collect(part, bound, asIndex, found);
  }
}

function isBare(side: Expression): boolean {
  return side.kind === "variable" && side.indices.length === 0;
}

/** j = k compares indices; x > 0 compares a number. */
function comparesLetters(sides: readonly Expression[]): boolean {
  return sides.every((side) => isBare(side) || side.kind === "number") && sides.filter(isBare).length > 1;
}
