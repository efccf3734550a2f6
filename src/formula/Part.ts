import type { Condition, Expression } from "./Expression";

/** One sub-expression of a formula, in its place. */
export interface Part {
  readonly expression: Expression;
  /** Number of the part that it is directly inside of; null for the whole formula. */
  readonly parent: number | null;
  /** Letters that a Σ, Π, max or min around it binds: what holds one of them has a value for each of its values. */
  readonly bound: readonly string[];
  readonly place: Place;
}

/**
 * What a part does where it stands. A "value" may be replaced by its number. "differentiated" is the function or the
 * variable of a derivative; "index" tells entries apart; a "condition" chooses cases; what stands "elsewhere" is taken
 * at another point than the current one.
 */
export type Place = "value" | "differentiated" | "index" | "condition" | "elsewhere";

/**
 * All parts of a formula, the whole first, each before what is inside it: a part's number is its position here.
 * Markup and page number parts by this list, each from its own copy of the tree.
 */
export function partsOf(expression: Expression): readonly Part[] {
  const found: Part[] = [];
  const visit = (part: Expression, parent: number | null, bound: readonly string[], place: Place): void => {
    const at = found.push({ expression: part, parent, bound, place }) - 1;
    const into = (inner: Expression, innerPlace: Place = place) => visit(inner, at, bound, innerPlace);
    const conditions = (one: Condition | null, letters: readonly string[]): void => {
      for (const side of one?.sides ?? []) visit(side, at, letters, "condition");
      if (one !== null) conditions(one.and, letters);
    };
    switch (part.kind) {
      case "number":
      case "constant":
        return;
      case "variable":
        for (const index of part.indices) into(index, "index");
        return;
      case "sum":
        for (const term of part.terms) into(term);
        return;
      case "product":
        for (const factor of part.factors) into(factor);
        return;
      case "negative":
      case "transpose":
      case "norm":
        return into(part.operand);
      case "prime":
        return into(part.operand, "differentiated");
      case "quotient":
        into(part.numerator);
        return into(part.denominator);
      case "power":
        into(part.base);
        return into(part.exponent);
      case "call":
        for (const index of part.indices) into(index, "index");
        for (const argument of part.args) into(argument);
        return;
      case "derivative":
        into(part.of, "differentiated");
        for (const by of part.by) into(by, "differentiated");
        return;
      case "evaluated":
        into(part.operand, "elsewhere");
        into(part.variable, "elsewhere");
        return into(part.value);
      case "indexed": {
        const inside = [...bound, part.index];
        if (part.lower !== null) into(part.lower, "index");
        if (part.upper !== null) into(part.upper, "index");
        conditions(part.condition, inside);
        return visit(part.body, at, inside, place);
      }
      case "cases":
        for (const { value, condition } of part.branches) {
          into(value);
          conditions(condition, bound);
        }
        return;
      case "indicator":
        return conditions(part.condition, bound);
      case "matrix":
        for (const entry of part.rows.flat()) into(entry);
    }
  };
  visit(expression, null, [], "value");
  return found;
}
