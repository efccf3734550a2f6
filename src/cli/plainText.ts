import type { Inline } from "../derivation/Derivation";

/** Inline content as one line of text; formulas keep their dollars. */
export function plainText(inlines: readonly Inline[]): string {
  return words(inlines).replace(/\s+/g, " ").trim();
}

function words(inlines: readonly Inline[]): string {
  return inlines.map(one).join("");
}

function one(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "emphasis":
    case "strong":
    case "link":
      return words(inline.children);
    case "formula":
      return `$${inline.formula.tex}$`;
    case "break":
      return " ";
  }
}
