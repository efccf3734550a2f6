import type { Condition, Expression, Relation } from "../formula/Expression";
import type { NodeId } from "./Graph";
import { labelKey } from "./labelKey";
import { RefusalError } from "./Refusal";
import { limitName } from "./slotUses";
import type { Tensor } from "./Tensor";
import type { Context } from "./World";

/** Value of an index expression, or null where it isn't one. */
export function tryIndexValue(index: Expression, context: Context): number | null {
  switch (index.kind) {
    case "number":
      return Number.isInteger(Number(index.text)) ? Number(index.text) : null;
    case "variable": {
      const name = limitName(index);
      const argument = context.env.has(name) ? undefined : context.locals.get(name);
      if (argument !== undefined) return wholeNumberOf(argument, context);
      const known = context.env.get(name) ?? context.world.ranges.limit(name);
      return known ?? (index.indices.length === 0 ? (context.world.fixedLetters.get(name) ?? null) : null);
    }
    case "sum": {
      let total = 0;
      for (const term of index.terms) {
        const value = tryIndexValue(term, context);
        if (value === null) return null;
        total += value;
      }
      return total;
    }
    case "negative": {
      const value = tryIndexValue(index.operand, context);
      return value === null ? null : -value;
    }
    default:
      return null;
  }
}

/** The n of f(n) = Σ_{i=1}^n i is the argument, if that is a whole number; what else it may be is not known. */
function wholeNumberOf({ nodes, shape }: Tensor, { world }: Context): number | null {
  const node = shape.length === 0 ? world.builder.nodes[nodes[0] as NodeId] : undefined;
  const value = node?.op === "constant" ? Number(node.text) : Number.NaN;
  return Number.isInteger(value) ? value : null;
}

/** Value of an index expression; refuses where a letter has none. */
export function indexValue(index: Expression, context: Context): number {
  const value = tryIndexValue(index, context);
  if (value !== null) return value;
  const letter = index.kind === "variable" ? index.name : "";
  throw new RefusalError(letter === "" ? "index-not-a-number" : "lost-index", letter, index.span);
}

/** Truth of a condition on indices; null where a side is not about indices. */
export function indexCondition(condition: Condition, context: Context): boolean | null {
  const values = condition.sides.map((side) => (isIndexSide(side, context) ? tryIndexValue(side, context) : null));
  let truth = true;
  for (let at = 0; at < condition.relations.length; at += 1) {
    const left = values[at];
    const right = values[at + 1];
    if (left == null || right == null) return null;
    truth = truth && compare(condition.relations[at] as Relation, left, right);
  }
  if (condition.and === null) return truth;
  const rest = indexCondition(condition.and, context);
  return rest === null ? null : truth && rest;
}

function isIndexSide(side: Expression, context: Context): boolean {
  if (side.kind !== "variable") return true;
  return side.indices.length > 0
    ? context.env.has(labelKey(side.name, side.indices))
    : context.env.has(side.name) || context.world.ranges.limit(side.name) !== null;
}

function compare(relation: Relation, left: number, right: number): boolean {
  switch (relation) {
    case "=":
    case "≡":
      return left === right;
    case "≠":
      return left !== right;
    case "<":
      return left < right;
    case "≤":
      return left <= right;
    case ">":
      return left > right;
    case "≥":
      return left >= right;
    default:
      return false;
  }
}
