import { chainsIn } from "../../src/derivation/addresses";
import type { Chain, Derivation, Formula } from "../../src/derivation/Derivation";
import { originOf } from "../../src/derivation/Formula";

export interface Mutant {
  readonly what: string;
  /** The whole document with the one change. */
  readonly text: string;
}

/** The document once for each sign of one formula, that sign turned; the unwritten plus at its head is one of them. */
export function flipSigns(text: string, formula: Formula): readonly Mutant[] {
  const written = [...formula.tex].flatMap((character, at) => {
    const other = { "+": "-", "-": "+" }[character];
    return other === undefined ? [] : [change(text, originOf(formula, at), 1, other)];
  });
  const isSigned = /^\s*[+-]/.test(formula.tex);
  return isSigned ? written : [change(text, originOf(formula, 0), 0, "-"), ...written];
}

function change(text: string, at: number, length: number, by: string): Mutant {
  const changed = text.slice(0, at) + by + text.slice(at + length);
  const line = text.slice(0, at).split("\n").length;
  return { what: `line ${line}: ${changed.split("\n")[line - 1]}`, text: changed };
}

/** Every line of the document's own chains, as published callouts apart. */
export function linesOf(
  derivation: Derivation,
): readonly { readonly chain: Chain; readonly line: number; readonly formula: Formula }[] {
  return derivation.sections
    .flatMap((section) => chainsIn(section.blocks))
    .filter((chain) => !chain.asPublished && !chain.inline)
    .flatMap((chain) => chain.lines.map(({ formula }, line) => ({ chain, line, formula })));
}
