import type { Condition, Expression } from "../formula/Expression";

/** Letters that people count with. */
const countingLetters = /^[ijklmnpqrstuvcK]$/;

/** i = j, j ≠ k, k = 1: a condition on indices, not on numbers. */
export function isIndexCondition(condition: Condition): boolean {
  const { sides, relations, and } = condition;
  const letters = sides.filter(isCountingLetter);
  const plain = sides.every((side) => isCountingLetter(side) || isInteger(side));
  const one = plain && letters.length > 0 && relations.every((relation) => relation === "=" || relation === "≠");
  return one && (letters.length > 1 || relations.includes("≠")) && (and === null || isIndexCondition(and));
}

function isCountingLetter(side: Expression): boolean {
  return side.kind === "variable" && side.indices.length === 0 && countingLetters.test(side.name);
}

function isInteger(side: Expression): boolean {
  return side.kind === "number" && /^\d+$/.test(side.text);
}
