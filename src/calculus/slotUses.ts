import { type Condition, type Expression, isWholeIndex, type Variable } from "../formula/Expression";
import { isFactorialIndex } from "../formula/factorial";
import { labelKey } from "./labelKey";

/**
 * Where index letters occur: `slot` letter j stands at position of a symbol's indices; `bound` it is summed over;
 * `limit` it is summed up to the letter `name`.
 */
export type SlotUse =
  | { readonly kind: "slot"; readonly letter: string; readonly name: string; readonly position: number }
  | { readonly kind: "limit"; readonly letter: string; readonly name: string }
  | { readonly kind: "bound"; readonly letter: string };

/**
 * Letters of whole numbers. Of no other letter does n! say that it is one: x! leaves x what it is, and is not computed.
 * Nor is the n of Σ_n x^n / n! a limit of its own.
 */
const isWholeNumber = /^[ijklmnKMN]$/u;

export function slotUses(formula: readonly Expression[]): readonly SlotUse[] {
  const uses: SlotUse[] = [];
  const bound: string[] = [];
  const visitCondition = (condition: Condition | null): void => {
    if (condition === null) return;
    condition.sides.forEach(visit);
    visitCondition(condition.and);
  };
  const visit = (expression: Expression): void => {
    switch (expression.kind) {
      case "number":
      case "constant":
        return;
      case "variable":
        expression.indices.forEach((index, position) => {
          for (const letter of lettersOf(index)) uses.push({ kind: "slot", letter, name: expression.name, position });
        });
        return;
      case "sum":
        expression.terms.forEach(visit);
        return;
      case "product":
        expression.factors.forEach(visit);
        return;
      case "negative":
      case "transpose":
      case "norm":
      case "prime":
        visit(expression.operand);
        return;
      case "quotient":
        visit(expression.numerator);
        visit(expression.denominator);
        return;
      case "power":
        visit(expression.base);
        visit(expression.exponent);
        return;
      case "call":
        expression.args.forEach(visit);
        expression.indices.forEach((index, position) => {
          for (const letter of lettersOf(index)) uses.push({ kind: "slot", letter, name: expression.name, position });
        });
        return;
      case "derivative":
        visit(expression.of);
        expression.by.forEach(visit);
        return;
      case "evaluated":
        visit(expression.operand);
        visit(expression.variable);
        visit(expression.value);
        return;
      case "indexed":
        uses.push({ kind: "bound", letter: expression.index });
        for (const name of limitsIn(expression.upper))
          if (!isFactorialIndex(expression.index) || (isWholeNumber.test(name) && !bound.includes(name)))
            uses.push({ kind: "limit", letter: expression.index, name });
        bound.push(expression.index);
        visitCondition(expression.condition);
        visit(expression.body);
        bound.pop();
        return;
      case "cases":
        for (const branch of expression.branches) {
          visit(branch.value);
          visitCondition(branch.condition);
        }
        return;
      case "indicator":
        visitCondition(expression.condition);
        return;
      case "matrix":
        expression.rows.flat().forEach(visit);
        return;
    }
  };
  formula.forEach(visit);
  return uses;
}

/** The K of Σ^K and of Σ^{K−1}, under the name by which `IndexRanges.limit` knows it; n_L counts as one name. */
function limitsIn(upper: Expression | null): readonly string[] {
  if (upper?.kind === "variable") return [limitName(upper)];
  if (upper?.kind !== "sum") return [];
  const variables = upper.terms.filter((term) => term.kind === "variable");
  const isShift = variables.length === 1 && upper.terms.length === 2;
  return isShift ? variables.map(limitName) : [];
}

/** The name of a limit: its own, or with its indices as a label. */
export function limitName({ name, indices }: Variable): string {
  return indices.length === 0 ? name : labelKey(name, indices);
}

/** Letters of an index expression: j of `j+1`; a label such as y_i counts as the letter "y_i" and its own i as i. */
export function lettersOf(index: Expression): readonly string[] {
  switch (index.kind) {
    case "variable":
      return index.indices.length === 0 && !isWholeIndex(index) ? [index.name] : [];
    case "sum":
      return index.terms.flatMap(lettersOf);
    case "negative":
      return lettersOf(index.operand);
    default:
      return [];
  }
}
