import type { Expression } from "./Expression";
import type { FormulaError, Reading } from "./FormulaError";
import { freeIndices } from "./indices";
import { unnamedIndex } from "./parseIndexed";
import { mapParts, walk } from "./traverse";

/**
 * Finds the index of every Σ that names none, in its body: the only letter that indexes there, or, of several, the
 * only one that is not free in the rest of the formula. Otherwise nobody can know.
 */
export function bindSums(read: Expression, known: ReadonlySet<string>): Reading<Expression> {
  const expression = overPairs(read, known);
  let unnamed = 0;
  walk(expression, (part) => {
    if (part.kind === "indexed" && part.index === unnamedIndex) unnamed++;
  });
  if (unnamed === 0) return { ok: true, value: expression };
  let error: FormulaError | null = null;
  const outside = new Set([...known, ...freeOutsideUnnamed(expression)]);
  const bind = (part: Expression): Expression => {
    const inside = mapParts(part, bind);
    if (inside.kind !== "indexed" || inside.index !== unnamedIndex) return inside;
    const candidates = [...freeIndices(inside.body)];
    const own = candidates.filter((letter) => !outside.has(letter));
    // A letter that stands only below a ∂ says by which of many is differentiated: it comes from outside.
    const summed = own.filter((letter) => freeIndices(withoutVariables(inside.body)).has(letter));
    const [index] = [candidates, own, summed].find((letters) => letters.length === 1) ?? [];
    if (index === undefined) error ??= { code: "sum-without-index", detail: candidates.join(", "), span: inside.span };
    return index === undefined ? inside : { ...inside, index };
  };
  const bound = bind(expression);
  return error === null ? { ok: true, value: bound } : { ok: false, error };
}

/** Σ_{i<j} a_{ij} where nothing else says what j is: the sum over all pairs. */
function overPairs(expression: Expression, known: ReadonlySet<string>): Expression {
  let pairs = false;
  walk(expression, (part) => {
    pairs ||= isOrdered(part);
  });
  if (!pairs) return expression;
  const outside = new Set([...known, ...freeIndices(without(expression, isOrdered))]);
  const widen = (part: Expression, bound: ReadonlySet<string>): Expression => {
    const within = part.kind === "indexed" ? new Set(bound).add(part.index) : bound;
    const inside = mapParts(part, (one) => widen(one, within));
    if (inside.kind !== "indexed" || !isOrdered(inside)) return inside;
    const other = inside.condition?.sides[1];
    if (other?.kind !== "variable" || bound.has(other.name) || outside.has(other.name)) return inside;
    if (!freeIndices(inside.body).has(other.name)) return inside;
    return { ...inside, index: other.name, condition: null, body: inside };
  };
  return widen(expression, new Set());
}

/** A sum whose index is told to be less or greater than another letter. */
function isOrdered(part: Expression): boolean {
  return (
    part.kind === "indexed" &&
    part.condition?.sides.length === 2 &&
    part.condition.and === null &&
    /^[<>]$/.test(part.condition.relations[0] ?? "")
  );
}

function withoutVariables(expression: Expression): Expression {
  if (expression.kind === "derivative") return withoutVariables(expression.of);
  return mapParts(expression, withoutVariables);
}

/** Letters free in the formula with its unnamed sums left out. */
function freeOutsideUnnamed(expression: Expression): ReadonlySet<string> {
  return freeIndices(without(expression, (part) => part.kind === "indexed" && part.index === unnamedIndex));
}

/** The formula with 0 for some of its parts. */
function without(expression: Expression, isLeftOut: (part: Expression) => boolean): Expression {
  const strip = (part: Expression): Expression =>
    isLeftOut(part) ? { kind: "number", text: "0", span: part.span } : mapParts(part, strip);
  return strip(expression);
}
