import type { Inline } from "../derivation/Derivation";
import { plainTex } from "../views/plainTex";

/** A title as plain characters: `$\hat{y} - y$` is "ŷ − y". */
export function plainTitle(inlines: readonly Inline[]): string {
  return inlines.map(one).join("").replace(/\s+/g, " ").trim();
}

function one(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "emphasis":
    case "strong":
    case "link":
      return plainTitle(inline.children);
    case "formula":
      return plainTex(inline.formula.tex);
    case "break":
      return " ";
  }
}
