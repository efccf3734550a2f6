import type { Definition } from "../formula/Definition";
import { type Expression, isWholeIndex } from "../formula/Expression";
import { walk } from "../formula/traverse";

/** How far the definition of a member of a family reaches: h_t = f(h_{t-1}) one back, δ^l = f(δ^{l+1}) one ahead. */
export interface Reach {
  readonly back: number;
  readonly ahead: number;
  /** The letters that its definitions shift: t, l. */
  readonly letters: readonly string[];
}

/** Families whose definitions lead back to themselves: h_t = f(h_{t-1}), or z^{(l)} through a^{(l-1)}. */
export function recurrencesOf(
  definitions: ReadonlyMap<string, readonly Definition[]>,
  canonical: (name: string) => string,
): ReadonlyMap<string, Reach> {
  const uses = new Map<string, Map<string, Reach>>();
  let shifted = false;
  for (const [name, list] of definitions) {
    const names = new Map<string, Reach>();
    for (const { body } of list)
      walk(body, (part) => {
        if (part.kind !== "variable" && part.kind !== "call") return;
        const used = canonical(part.name);
        const reach = part.indices.map(shiftOf).reduce(wider, names.get(used) ?? nowhere);
        names.set(used, reach);
        shifted ||= reach !== nowhere;
      });
    uses.set(name, names);
  }
  // Nothing but a shifted index can lead back without being circular.
  if (!shifted) return new Map();
  const reached = new Map([...uses.keys()].map((name) => [name, reachedFrom(name, uses)]));
  const found = new Map<string, Reach>();
  for (const [name, others] of reached) {
    if (!others.has(name)) continue;
    const family = [...others].filter((other) => reached.get(other)?.has(name) === true);
    const reaches = family.flatMap((member) => family.map((other) => uses.get(member)?.get(other) ?? nowhere));
    found.set(name, reaches.reduce(wider, nowhere));
  }
  return found;
}

/** h_t = f(h_{t-1}): by their letter its members follow each other in time. */
export function isTimed({ letters }: Reach): boolean {
  return letters.some((letter) => /^(?:t|s|tau)$/.test(letter));
}

const nowhere: Reach = { back: 0, ahead: 0, letters: [] };

/** Farther than any range: a shift that is no number. */
const anywhere: Reach = { back: Number.POSITIVE_INFINITY, ahead: Number.POSITIVE_INFINITY, letters: [] };

function wider(one: Reach, other: Reach): Reach {
  if (other === nowhere) return one;
  return {
    back: Math.max(one.back, other.back),
    ahead: Math.max(one.ahead, other.ahead),
    letters: [...new Set([...one.letters, ...other.letters])],
  };
}

/** The −1 of t − 1. */
function shiftOf(index: Expression): Reach {
  if (index.kind !== "sum" || isWholeIndex(index)) return nowhere;
  const letters = index.terms.flatMap((term) => (term.kind === "variable" ? [term.name] : []));
  const numbers = index.terms.filter((term) => term.kind !== "variable").map(numberOf);
  if (letters.length !== 1 || numbers.some(Number.isNaN)) return anywhere;
  const shift = numbers.reduce((sum, one) => sum + one, 0);
  return { back: Math.max(0, -shift), ahead: Math.max(0, shift), letters };
}

function numberOf(term: Expression): number {
  if (term.kind === "number") return Number(term.text);
  return term.kind === "negative" ? -numberOf(term.operand) : Number.NaN;
}

function reachedFrom(name: string, uses: ReadonlyMap<string, ReadonlyMap<string, Reach>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...(uses.get(name)?.keys() ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(uses.get(next)?.keys() ?? []));
  }
  return seen;
}
