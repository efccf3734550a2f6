import { type Expression, type Variable, wholeIndex } from "../formula/Expression";
import { mapParts } from "../formula/traverse";
import { rankKey } from "./ranks";
import { isBold } from "./symbolLooks";

/**
 * Writes a whole index for each axis of every symbol that stands for a vector or matrix: Wx becomes W_{•,•} x_•, and
 * x^{(i)} becomes x_•^{(i)}. A bold symbol takes the plain name where the document names its entries so: **x** is x_•.
 */
export function wholeSymbols(ranks: RankTable, plain: NameSet): (expression: Expression) => Expression {
  const known = new WeakMap<Expression, Expression>();
  const change = (expression: Expression): Expression => {
    if (expression.kind === "number" || expression.kind === "constant") return expression;
    const before = known.get(expression);
    if (before !== undefined) return before;
    const after = expression.kind === "variable" ? whole(expression, ranks, plain) : mapParts(expression, change);
    known.set(expression, after);
    known.set(after, after);
    return after;
  };
  return change;
}

interface RankTable {
  readonly get: (key: string) => 1 | 2 | undefined;
}

interface NameSet {
  readonly has: (name: string) => boolean;
}

function whole(variable: Variable, ranks: RankTable, plain: NameSet): Variable {
  const rank = ranks.get(rankKey(variable));
  if (rank === undefined) return variable;
  const name = componentName(variable.name, plain);
  const axis: Expression = { kind: "variable", name: wholeIndex, indices: [], span: variable.span };
  const axes = rank === 1 ? [axis] : [axis, axis];
  const given = variable.indices;
  // An index in superscript position stands last, as in x_j^{(i)}; one below first, as in x_{i,j}.
  const isSuper = /\^(?:\(\)|\[\])?$/u.test(name) && given.length > 0;
  return { ...variable, name, indices: isSuper ? [...axes, ...given] : [...given, ...axes] };
}

/** "bold x" is "x" where the document names entries x_i: both are one symbol. */
export function componentName(name: string, plain: NameSet): string {
  if (!isBold(name)) return name;
  const stripped = name.replace(/(^| )(?:bold|vec) /u, "$1");
  return plain.has(stripped) ? stripped : name;
}
