import type { Inline } from "./Derivation";

/** What stands for a formula in plain prose. */
export const formulaMark = "\uFFFC";

/** The words of some prose, each formula as one mark, for finding the sentence around a formula. */
export function proseText(inlines: readonly Inline[]): string {
  return inlines.map(words).join("");
}

function words(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "formula":
      return formulaMark;
    case "code":
      return inline.text;
    case "break":
      return " ";
    case "emphasis":
    case "strong":
    case "link":
      return proseText(inline.children);
  }
}

const longestSlug = 60;

/** A heading as the last part of an address: letters and digits of its words and commands, joined by dashes. */
export function slugOf(inlines: readonly Inline[]): string {
  const text = inlines.map(slugText).join(" ");
  const slug = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug === ""
    ? "section"
    : slug.length <= longestSlug
      ? slug
      : slug.slice(0, longestSlug + 1).replace(/-[^-]*$/, "");
}

function slugText(inline: Inline): string {
  if (inline.kind === "formula") return inline.formula.tex;
  if (inline.kind === "emphasis" || inline.kind === "strong" || inline.kind === "link")
    return inline.children.map(slugText).join(" ");
  return inline.kind === "break" ? " " : inline.text;
}

/** The words of some prose with each formula as its TeX: a title as plain text. */
export function titleText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      if (inline.kind === "formula") return inline.formula.tex;
      return inline.kind === "emphasis" || inline.kind === "strong" || inline.kind === "link"
        ? titleText(inline.children)
        : words(inline);
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** All formulas of some prose, in order, with the words before and after each within its paragraph. */
export interface ProseFormula {
  readonly formula: Extract<Inline, { kind: "formula" }>["formula"];
  readonly before: string;
  readonly after: string;
}

export function proseFormulas(inlines: readonly Inline[]): readonly ProseFormula[] {
  const text = proseText(inlines);
  const found: ProseFormula[] = [];
  let at = text.indexOf(formulaMark);
  for (const formula of formulasOf(inlines)) {
    if (at === -1) break;
    found.push({ formula, before: text.slice(Math.max(0, at - 300), at), after: text.slice(at + 1, at + 301) });
    at = text.indexOf(formulaMark, at + 1);
  }
  return found;
}

function formulasOf(inlines: readonly Inline[]): readonly ProseFormula["formula"][] {
  return inlines.flatMap((inline) => {
    if (inline.kind === "formula") return [inline.formula];
    return inline.kind === "emphasis" || inline.kind === "strong" || inline.kind === "link"
      ? formulasOf(inline.children)
      : [];
  });
}
