import { lettersOf } from "../calculus/slotUses";
import type { Survey } from "../calculus/World";
import type { Expression } from "../formula/Expression";
import { freeIndices } from "../formula/indices";
import { walk } from "../formula/traverse";
import type { Question } from "./Question";

/**
 * Pairs of letters by which a definition takes two members of one family: the i and j of s_{ij} = x_i^T x_j, and of a
 * loss of a pair, C = log(1 + e^{s_j − s_i}). Where i = j, a derivative by x_i is one by both.
 */
export function pairedLetters({ left, right, survey }: Question): readonly (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const body of bodiesUnder([left, right], survey))
    for (const letters of lettersBySlot(body).values()) {
      const [one, other, more] = [...letters];
      if (one !== undefined && other !== undefined && more === undefined) pairs.set(`${one} ${other}`, [one, other]);
    }
  return [...pairs.values()];
}

/** Bodies of the definitions that a step is made of, directly or through others. */
function bodiesUnder(sides: readonly Expression[], { definitions, canonical }: Survey): ReadonlySet<Expression> {
  const seen = new Set<string>();
  const found = new Set<Expression>();
  const visit = (expression: Expression): void =>
    walk(expression, (part) => {
      if (part.kind !== "variable" && part.kind !== "call") return;
      const name = canonical(part.name);
      if (seen.has(name)) return;
      seen.add(name);
      for (const { body } of definitions.get(name) ?? []) {
        found.add(body);
        visit(body);
      }
    });
  for (const side of sides) visit(side);
  return found;
}

/** The free letters in each slot, "x#0". */
function lettersBySlot(body: Expression): ReadonlyMap<string, ReadonlySet<string>> {
  const free = freeIndices(body);
  const slots = new Map<string, Set<string>>();
  walk(body, (part) => {
    if (part.kind !== "variable") return;
    part.indices.forEach((index, position) => {
      const slot = `${part.name}#${position}`;
      for (const letter of lettersOf(index))
        if (free.has(letter)) slots.set(slot, (slots.get(slot) ?? new Set()).add(letter));
    });
  });
  return slots;
}
