import { lettersOf } from "../calculus/slotUses";
import type { Survey } from "../calculus/World";
import type { Expression, IndexedSum } from "../formula/Expression";
import { walk } from "../formula/traverse";
import type { Question } from "./Question";

/**
 * Letters that name one member beside a sum over others of its kind: the o of f(u_o) + Σ_k g(u_k), a positive sample
 * among negative ones. Whether o is one of the k, nothing in the formula says.
 */
export function apartLetters({ left, right, survey }: Question): readonly string[] {
  const found = new Set<string>();
  const bound = new Set<string>();
  for (const formula of [left, right, ...bodiesOf(survey)])
    walk(formula, (part) => {
      if (part.kind === "indexed") bound.add(part.index);
      if (part.kind !== "sum") return;
      for (const sum of part.terms.map(unsigned)) {
        if (sum.kind !== "indexed" || sum.operation !== "sum" || sum.condition !== null) continue;
        const families = slotsOf(sum.body, (letter) => letter === sum.index);
        for (const term of part.terms)
          for (const letter of lettersBeside(unsigned(term), sum, families)) found.add(letter);
      }
    });
  return [...found].filter((letter) => !bound.has(letter));
}

function bodiesOf({ definitions }: Survey): readonly Expression[] {
  return [...definitions.values()].flat().map(({ body }) => body);
}

function unsigned(term: Expression): Expression {
  return term.kind === "negative" ? term.operand : term;
}

function lettersBeside(term: Expression, sum: IndexedSum, families: ReadonlyMap<string, string>): readonly string[] {
  if (term === sum) return [];
  return [...slotsOf(term, (letter) => letter !== sum.index)].flatMap(([slot, letter]) =>
    families.has(slot) ? [letter] : [],
  );
}

/** The slots, "u#0", in which a letter of some kind stands, with the letter. */
function slotsOf(expression: Expression, isMeant: (letter: string) => boolean): ReadonlyMap<string, string> {
  const slots = new Map<string, string>();
  walk(expression, (part) => {
    if (part.kind !== "variable") return;
    part.indices.forEach((index, position) => {
      for (const letter of lettersOf(index)) if (isMeant(letter)) slots.set(`${part.name}#${position}`, letter);
    });
  });
  return slots;
}
