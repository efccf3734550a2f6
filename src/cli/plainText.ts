import type { Inline } from "../derivation/Derivation";

/** Inline content as one line of text; formulas keep their dollars. */
export function plainText(inlines: readonly Inline[]): string {
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
      return plainText(inline.children);
    case "formula":
      return `$${inline.formula.tex}$`;
    case "break":
      return " ";
  }
}
