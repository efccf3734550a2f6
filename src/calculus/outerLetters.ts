import type { Definition } from "../formula/Definition";
import { walk } from "../formula/traverse";
import { freeLetters } from "./freeLetters";
import type { IndexRanges } from "./indexRanges";
import { labelKey } from "./labelKey";

/**
 * Letters and labels that a symbol's value depends on although they are not among its own indices: the i of
 * L = −Σ_j y_{i,j} log p_{i,j}, the label y_i of L_i = −log p_{y_i}. They are inherited from whoever uses the symbol.
 */
export function outerLettersOf(
  definitions: ReadonlyMap<string, readonly Definition[]>,
  canonical: (name: string) => string,
  ranges: IndexRanges,
): (name: string) => readonly string[] {
  const own = new Map<string, ReadonlySet<string>>();
  const uses = new Map<string, ReadonlySet<string>>();
  for (const [name, list] of definitions) {
    const letters = new Set<string>();
    const names = new Set<string>();
    for (const definition of list) {
      const head = new Set(
        definition.indices.flatMap((index) =>
          index.kind !== "variable"
            ? []
            : [index.indices.length === 0 ? index.name : labelKey(index.name, index.indices)],
        ),
      );
      for (const { letter } of freeLetters([definition.body], ranges, canonical))
        if (!head.has(letter)) letters.add(letter);
      walk(definition.body, (part) => {
        if (part.kind === "variable" || part.kind === "call") names.add(canonical(part.name));
      });
    }
    own.set(name, letters);
    uses.set(name, names);
  }
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = new Set<string>();
    const seen = new Set<string>();
    const visit = (at: string): void => {
      if (seen.has(at)) return;
      seen.add(at);
      for (const letter of own.get(at) ?? []) found.add(letter);
      for (const next of uses.get(at) ?? []) visit(next);
    };
    visit(name);
    const letters = [...found];
    known.set(name, letters);
    return letters;
  };
}
