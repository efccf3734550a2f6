import type { Survey } from "../calculus/World";
import type { Expression } from "../formula/Expression";
import { parts, walk } from "../formula/traverse";

/**
 * Whether the i of a step is √−1: nothing defines it or ranges over it, and it multiplies something in an exponent of
 * e, as in e^{iπ}, or the step says i² = −1.
 */
export function hasImaginaryUnit(sides: readonly [Expression, Expression], survey: Survey): boolean {
  const { definitions, ranges, fixedLetters } = survey;
  if (definitions.has("i") || fixedLetters.has("i") || ranges.limit("i") !== null || ranges.letterSize("i") !== null)
    return false;
  const [left, right] = sides;
  return sides.some(isInExponent) || (isSquare(left) && isMinusOne(right)) || (isSquare(right) && isMinusOne(left));
}

function isInExponent(side: Expression): boolean {
  let found = false;
  walk(side, (part) => {
    const exponent =
      part.kind === "power" && part.base.kind === "constant" && part.base.name === "e"
        ? part.exponent
        : part.kind === "call" && part.name === "exp"
          ? part.args[0]
          : undefined;
    found ||= exponent !== undefined && multiplies(exponent);
  });
  return found;
}

function multiplies(expression: Expression): boolean {
  if (expression.kind === "indexed") return false;
  return expression.kind === "product" ? expression.factors.some(isUnit) : parts(expression).some(multiplies);
}

function isUnit(expression: Expression): boolean {
  return expression.kind === "variable" && expression.name === "i" && expression.indices.length === 0;
}

function isSquare(side: Expression): boolean {
  return (
    side.kind === "power" && isUnit(side.base) && side.exponent.kind === "number" && Number(side.exponent.text) === 2
  );
}

function isMinusOne(side: Expression): boolean {
  return side.kind === "negative" && side.operand.kind === "number" && Number(side.operand.text) === 1;
}
