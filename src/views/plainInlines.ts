import type { Inline } from "../derivation/Derivation";
import { plainTex } from "./plainTex";

/** Running text as plain characters, for names that are read aloud: `$\hat{y} - y$` is "ŷ − y". */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plain).join("").replace(/\s+/g, " ").trim();
}

function plain(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "emphasis":
    case "strong":
    case "link":
      return plainInlines(inline.children);
    case "formula":
      return plainTex(inline.formula.tex);
    case "break":
      return " ";
  }
}
