import { freeLetters } from "../calculus/freeLetters";
import type { Survey } from "../calculus/World";
import type { Expression } from "../formula/Expression";
import { sumOver } from "../formula/sumOver";
import { mapParts } from "../formula/traverse";

/**
 * The summation convention: an index that only one side has is summed on that side, term by term. A document that
 * writes Σ anywhere does not use the convention: there a missing Σ is a mistake.
 */
export function summed(
  left: Expression,
  right: Expression,
  survey: Survey,
): { readonly left: Expression; readonly right: Expression; readonly letters: readonly string[] } | null {
  const lettersIn = (side: Expression) =>
    freeLetters([side], survey.ranges, survey.canonical, survey.fixedLetters)
      .filter((one) => !one.label)
      .map((one) => one.letter);
  if (survey.writesSums) return null;
  const [onLeft, onRight] = [lettersIn(left), lettersIn(right)];
  const leftOnly = onLeft.filter((letter) => !onRight.includes(letter));
  const rightOnly = onRight.filter((letter) => !onLeft.includes(letter));
  // A letter of its own on each side repeats nowhere: x_i = x_j is no convention, it is wrong.
  if ((leftOnly.length === 0) === (rightOnly.length === 0)) return null;
  if (leftOnly.length + rightOnly.length > mostSummed) return null;
  return {
    left: leftOnly.reduce((side, letter) => sumTerms(side, letter, survey), left),
    right: rightOnly.reduce((side, letter) => sumTerms(side, letter, survey), right),
    letters: [...leftOnly, ...rightOnly],
  };
}

/** Nobody leaves out more Σ than this at once. */
const mostSummed = 3;

/** Σ_letter over each top-level term that has the letter free. */
function sumTerms(side: Expression, letter: string, survey: Survey): Expression {
  if (side.kind === "sum") return { ...side, terms: side.terms.map((term) => sumTerms(term, letter, survey)) };
  if (side.kind === "negative") return { ...side, operand: sumTerms(side.operand, letter, survey) };
  const free = freeLetters([side], survey.ranges, survey.canonical, survey.fixedLetters).some(
    (one) => one.letter === letter,
  );
  if (!free) return side;
  return sumOver(letter, side);
}

/**
 * Σ_j a_j − b_j with j free on the other side too: the sum may be meant to end at the minus. Null where no sum of a
 * side can be read so.
 */
export function endedEarly(
  left: Expression,
  right: Expression,
  survey: Survey,
): { readonly left: Expression; readonly right: Expression } | null {
  const letters = new Set(
    freeLetters([left, right], survey.ranges, survey.canonical, survey.fixedLetters).map((one) => one.letter),
  );
  let changed = false;
  const ended = (side: Expression): Expression => {
    const inner = mapParts(side, ended);
    if (inner.kind !== "indexed" || inner.operation !== "sum" || inner.body.kind !== "sum" || !letters.has(inner.index))
      return inner;
    changed = true;
    const [first, ...rest] = inner.body.terms;
    return { kind: "sum", terms: [{ ...inner, body: first as Expression }, ...rest], span: inner.span };
  };
  const both = { left: ended(left), right: ended(right) };
  return changed ? both : null;
}

/** A sum over all of a symbol's entries is 1, as an assumption: Σ_j y_{i,j} = 1. */
export function sumIsOne(name: string, rank: number, position: number): Expression {
  const span = { start: 0, end: 0 };
  const letters = ["i", "j", "k"].slice(0, Math.max(1, rank));
  const index = rank === 1 ? "k" : (letters[position] as string);
  const indices = (rank === 1 ? ["k"] : letters).map(
    (letter): Expression => ({ kind: "variable", name: letter, indices: [], span }),
  );
  return sumOver(index, { kind: "variable", name, indices, span });
}
