import { collectMacros, type Macros, noMacros } from "../formula/macros";
import type { Formula } from "./Derivation";
import { displayRuns } from "./displayRuns";
import type { Language } from "./readLine";
import { learnVocabulary } from "./vocabulary";

/**
 * What all formulas of a document together say about how each is to be read: macros first, then names. `numbers` are
 * names that the text says are numbers.
 */
export function learnLanguage(formulas: readonly Formula[], numbers: ReadonlySet<string> = new Set()): Language {
  const macros = formulas
    .filter(({ tex }) => /\\(?:(?:re|provide)?new|provide|[gex]?def|let|Declare)/.test(tex))
    .reduce<Macros>((known, { tex }) => collectMacros(tex, known).macros, noMacros);
  const runs = formulas.flatMap((formula) => {
    if (!formula.tex.includes("=") && !/\\(?:equiv|coloneqq|triangleq)/.test(formula.tex)) return [];
    const found = displayRuns(formula, macros);
    return "error" in found ? [] : found;
  });
  return { macros, vocabulary: learnVocabulary(formulas, runs, macros, numbers) };
}
