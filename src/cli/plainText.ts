import type { Inline } from "../derivation/Derivation";
import { inlineWords } from "../derivation/inlineWords";

/** Inline content as one line of text; formulas keep their dollars. */
export function plainText(inlines: readonly Inline[]): string {
  return inlineWords(inlines, (tex) => `$${tex}$`);
}
