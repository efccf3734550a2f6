import type { Inline } from "./Derivation";

/** Running text as one line of plain characters; `formula` says how a formula's TeX is written in it. */
export function inlineWords(inlines: readonly Inline[], formula: (tex: string) => string): string {
  const words = (inline: Inline): string => {
    switch (inline.kind) {
      case "text":
      case "code":
        return inline.text;
      case "emphasis":
      case "strong":
      case "link":
        return inline.children.map(words).join("");
      case "formula":
        return formula(inline.formula.tex);
      case "break":
        return " ";
    }
  };
  return inlines.map(words).join("").replace(/\s+/g, " ").trim();
}
