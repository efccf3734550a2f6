import type { Expression } from "./Expression";
import type { FormulaError, Reading } from "./FormulaError";
import { freeIndices } from "./indices";
import { unnamedIndex } from "./parseIndexed";
import { mapParts, walk } from "./traverse";

/**
 * Finds the index of every Σ that names none, in its body: the only letter that indexes there, or, of several, the
 * only one that is not free in the rest of the formula. Otherwise nobody can know.
 */
export function bindSums(expression: Expression, known: ReadonlySet<string>): Reading<Expression> {
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

function withoutVariables(expression: Expression): Expression {
  if (expression.kind === "derivative") return withoutVariables(expression.of);
  return mapParts(expression, withoutVariables);
}

/** Letters free in the formula with its unnamed sums left out. */
function freeOutsideUnnamed(expression: Expression): ReadonlySet<string> {
  const strip = (part: Expression): Expression =>
    part.kind === "indexed" && part.index === unnamedIndex
      ? { kind: "number", text: "0", span: part.span }
      : mapParts(part, strip);
  return freeIndices(strip(expression));
}
