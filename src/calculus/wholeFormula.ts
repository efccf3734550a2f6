import type { Expression } from "../formula/Expression";
import { familyWriter } from "./indexFunctions";
import type { Ranks } from "./ranks";
import { wholeSymbols } from "./wholeSymbols";

/** What the symbols of a scope look like: all that decides how its formulas are written out. */
export interface Looks {
  /** No symbol is an array or a family: formulas stay as they are. */
  readonly isPlain: boolean;
  /** Functions of an index, π(a). */
  readonly families: ReadonlySet<string>;
  readonly ranks: Ranks;
  /** Names that stand for the entries of bold ones: x, where **x** has the entries x_i. */
  readonly plain: ReadonlySet<string>;
}

const writers = new WeakMap<Looks, (expression: Expression) => Expression>();

/**
 * A formula with an index for each axis of its symbols: whole ones where they are vectors or matrices, and those of
 * families. It depends on nothing but the looks, which may be watched.
 */
export function wholeFormula(expression: Expression, looks: Looks): Expression {
  const known = writers.get(looks) ?? writer(looks);
  writers.set(looks, known);
  return known(expression);
}

function writer({ isPlain, families, ranks, plain }: Looks): (expression: Expression) => Expression {
  if (isPlain) return (expression) => expression;
  const [rewrite, whole] = [familyWriter(families), wholeSymbols(ranks, plain)];
  return (expression) => whole(rewrite(expression));
}
