import type { Inline } from "../derivation/Derivation";
import { inlineWords } from "../derivation/inlineWords";
import { plainTex } from "./plainTex";

/** Running text as plain characters, for names that are read aloud: `$\hat{y} - y$` is "ŷ − y". */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlineWords(inlines, plainTex);
}
