import type { Expression } from "../formula/Expression";
import { walk } from "../formula/traverse";
import type { SlotUse } from "./slotUses";

/** An index that no letter takes: fixed letters get one each, so that W_x and W_h stay two symbols. */
const firstName = 1001;

/**
 * Letters that count nothing, each with the index that stands for it: capitals that are alone in their slots, as the B
 * of μ_B and σ_B, which says "batch"; and symbols of the document's own, as the x and h of W_x x_t + W_h h_{t−1}, or the
 * f and o of f = σ(a_f) and o = σ(a_o).
 */
export function fixedLettersOf(
  uses: readonly SlotUse[],
  formulas: readonly Expression[],
  definitions: { readonly has: (name: string) => boolean },
): ReadonlyMap<string, number> {
  const inSlot = new Map<string, Set<string>>();
  const counted = new Set<string>();
  for (const use of uses) {
    if (use.kind !== "slot") {
      counted.add(use.letter);
      if (use.kind === "limit") counted.add(use.name);
      continue;
    }
    const slot = `${use.name}#${use.position}`;
    inSlot.set(slot, (inSlot.get(slot) ?? new Set()).add(use.letter));
  }
  const fixed = new Map<string, number>();
  for (const use of uses)
    if (use.kind === "slot" && /^[A-Z]$/.test(use.letter) && !counted.has(use.letter)) fixed.set(use.letter, 1);
  for (const letters of inSlot.values()) if (letters.size > 1) for (const letter of letters) fixed.delete(letter);
  const families = familiesIn(formulas);
  for (const use of uses)
    if (
      use.kind === "slot" &&
      (families.has(use.letter) || definitions.has(use.letter)) &&
      !counted.has(use.letter) &&
      !fixed.has(use.letter)
    )
      fixed.set(use.letter, firstName + fixed.size);
  return fixed;
}

/** Letters with an index of their own: a letter that counts has none. */
function familiesIn(formulas: readonly Expression[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const formula of formulas)
    walk(formula, (part) => {
      if (part.kind !== "variable" || part.indices.length === 0) return;
      families.add(part.name.replace(/^(?:bold|vec) /u, ""));
    });
  return families;
}
