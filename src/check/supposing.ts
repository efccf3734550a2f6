import type { Definition } from "../formula/Definition";
import type { Condition, Expression, Product, Variable } from "../formula/Expression";
import { sameTree } from "../formula/sameTree";
import { mapParts, walk } from "../formula/traverse";
import { defining, type Reading } from "./otherReadings";

/**
 * The step with what the text supposes put in: y = 1 gives the free symbol y that value, and where Su = λu is supposed
 * λu stands in the place of Su. Null where nothing of it concerns the step.
 */
export function supposing(literal: Reading, conditions: readonly Condition[]): Reading | null {
  const given: Definition[] = [];
  let { left, right } = literal.question;
  for (const { sides, relations, and } of conditions) {
    const [first, second] = sides;
    if (first === undefined || second === undefined || sides.length > 2 || relations[0] !== "=" || and !== null)
      continue;
    const definition = supposedValue(first, second, literal) ?? supposedValue(second, first, literal);
    if (definition !== null) given.push(definition);
    else if (first.kind !== "variable")
      [left, right] = [left, right].map((side) => replaced(side, first, second)) as [Expression, Expression];
  }
  const isChanged = left !== literal.question.left || right !== literal.question.right;
  if (given.length === 0 && !isChanged) return null;
  const there = given.length === 0 ? literal : defining(literal, given);
  return { ...there, question: { ...there.question, left, right } };
}

/** A free symbol that is supposed to be something it is no part of. */
function supposedValue(symbol: Expression, body: Expression, { question: { survey } }: Reading): Definition | null {
  if (symbol.kind !== "variable" || survey.definitions.has(survey.canonical(symbol.name))) return null;
  if (survey.ranges.limit(symbol.name) !== null || mentions(body, symbol)) return null;
  const { name, indices, span } = symbol;
  return { name, indices, parameters: [], body, origin: "prose", span };
}

/** g_t = g is no circle: the two have another number of indices. */
function mentions(body: Expression, { name, indices }: Variable): boolean {
  let found = false;
  walk(body, (part) => {
    found ||= part.kind === "variable" && part.name === name && part.indices.length === indices.length;
  });
  return found;
}

function replaced(side: Expression, from: Expression, to: Expression): Expression {
  if (sameTree(side, from)) return to;
  const inside = mapParts(side, (part) => replaced(part, from, to));
  if (inside.kind !== "product" || from.kind !== "product" || inside.style !== from.style)
    return unchanged(side, inside);
  const at = inside.factors.findIndex((_, start) =>
    from.factors.every((factor, offset) => {
      const own = inside.factors[start + offset];
      return own !== undefined && sameTree(own, factor);
    }),
  );
  return at < 0 ? unchanged(side, inside) : spliced(inside, at, from.factors.length, to);
}

/** u^T S u with λu for its last two factors. */
function spliced(product: Product, at: number, count: number, to: Expression): Expression {
  const factors = [...product.factors.slice(0, at), to, ...product.factors.slice(at + count)];
  const [only] = factors;
  return factors.length === 1 && only !== undefined ? only : { ...product, factors };
}

function unchanged(before: Expression, after: Expression): Expression {
  return sameTree(before, after) ? before : after;
}
