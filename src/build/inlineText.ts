import type { Inline } from "../derivation/Derivation";

/** Commands that a plain title can show as one character; every other backslash is dropped. */
const characters: Readonly<Record<string, string>> = {
  partial: "∂",
  nabla: "∇",
  sigma: "σ",
  theta: "θ",
  sum: "Σ",
  cdot: "·",
  "hat{y}": "ŷ",
  "hat y": "ŷ",
};

/** A title as plain characters: `$\hat{y} - y$` is "ŷ − y". */
export function inlineText(inlines: readonly Inline[]): string {
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
      return inlineText(inline.children);
    case "formula":
      return plainTex(inline.formula.tex);
    case "break":
      return " ";
  }
}

function plainTex(tex: string): string {
  const written = Object.entries(characters).reduce(
    (text, [command, character]) => text.replaceAll(`\\${command}`, character),
    tex,
  );
  return written
    .replace(/\\[a-zA-Z]+\s*/g, "")
    .replace(/[{}]/g, "")
    .replace(/(?<=[∂∇Σ·])\s+/g, "")
    .replace(/\s*\/\s*/g, "/")
    .replaceAll("-", "−");
}
