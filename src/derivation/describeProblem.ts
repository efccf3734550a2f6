import type { FormulaErrorCode } from "../formula/FormulaError";
import { symbolWords } from "../formula/symbolWords";
import type { Problem, ProblemCode } from "./Problem";

type Sentence = (detail: string) => string;

/** Details that name two things part them by a bar. */
function two(detail: string): readonly [string, string] {
  const at = detail.indexOf("|");
  return at === -1 ? [detail, ""] : [detail.slice(0, at), detail.slice(at + 1)];
}

function named(detail: string, fallback: string): string {
  return detail === "" ? fallback : `“${detail}”`;
}

const problems: Readonly<Record<ProblemCode, Sentence>> = {
  "empty-document": () => "The document is empty. Write a formula between $$ and $$ to begin.",
  "no-mathematics": () =>
    "No equation was found, so there is nothing to check. Displays stand between $$ and $$, or in \\[ \\].",
  "not-text": () => "This is not a text file. A document is Markdown with LaTeX formulas.",
  "too-large": (detail) => {
    const [size, limit] = two(detail);
    return `The document has ${size} characters; at most ${limit} are read. Split it into several documents.`;
  },
  "too-many-formulas": (detail) =>
    `The document has more than ${detail} displays. This one and those after it are not read. Split the document.`,
  "unclosed-display": (detail) =>
    `This display is never closed: ${named(detail, "its end")} is missing. It is shown as text.`,
  "front-matter": (detail) => `The front matter is not valid YAML: ${detail}. It is ignored.`,
  "unknown-field": (detail) => {
    const [field, meant] = two(detail);
    return meant === ""
      ? `The field “${field}” is not known here and is ignored.`
      : `The field “${field}” is not known. Did you mean “${meant}”?`;
  },
  "bad-declaration": (detail) =>
    `${named(detail, "This entry")} is declared in a way that can't be read. Write, for example, x: {value: 0.8, range: [-3, 3]} or y: {choices: [0, 1]}.`,
  "unused-declaration": (detail) =>
    `${named(detail, "This input")} is declared but no formula uses it. Remove it or correct its name.`,
  "never-defined": (detail) =>
    `${named(symbolWords(detail), "A symbol")} is differentiated but never defined. Give it a formula, in the text or under “where:” in the front matter.`,
  redefined: (detail) =>
    `${named(symbolWords(detail), "A symbol")} is defined again. From here on the new meaning holds.`,
  "orphan-line": () =>
    "This expression is joined to nothing by “=”, so it is shown but not checked. Begin the next display with “=” to go on from it.",
  "prime-variable": (detail) =>
    `It is not clear by which variable ${named(detail, "the prime")} differentiates. Write \\frac{d}{dx}(…) instead.`,
  "lost-index": (detail) => `The index ${named(detail, "")} stands on one side only.`,
  "published-holds": () =>
    "This display is marked “As published”, as an error of the source, but it holds. Remove the mark or correct the display.",
  domain: (detail) => {
    const [symbol = "", need = "", body = ""] = detail.split("|");
    return `“${symbol}” needs ${need}, but ${body} leaves that range: steps are checked only where every formula is defined.`;
  },
  shape: (detail) => `The shapes do not fit: ${detail}.`,
  "suggested-definition": (detail) => {
    const [formulas = "", begins = "", ...stops] = detail.split("|");
    const cost = stops.length === 0 ? "" : ` But these would stop holding: ${stops.join("; ")}.`;
    return `This step takes it that ${formulas}. With that under “where:”, ${begins} more of the steps would hold.${cost}`;
  },
};

const formulaErrors: Readonly<Record<FormulaErrorCode, Sentence>> = {
  empty: () => "A formula is missing here.",
  unexpected: (detail) => `${named(detail, "This")} was not expected here. The rest of the formula could not be read.`,
  unclosed: (detail) => `${named(detail, "A bracket")} is opened here and never closed.`,
  unopened: (detail) => `${named(detail, "A bracket")} is closed here but was never opened.`,
  "unknown-command": (detail) =>
    `The command ${named(detail, "")} is not known. If it is your own, define it with \\newcommand in the document.`,
  unsupported: (detail) => `${named(detail, "This notation")} is not understood, so this line is not checked.`,
  ambiguous: (detail) =>
    `${named(detail, "This")} can be read in more than one way. Add brackets or braces to say which is meant.`,
  "missing-argument": (detail) =>
    detail === ""
      ? "Something is missing here, perhaps a factor or a term."
      : `${named(detail, "")} lacks its argument.`,
  "unknown-environment": (detail) => `The environment ${named(detail, "")} is not known, so this line is not checked.`,
  "too-deep": (detail) => `The formula is nested more than ${detail} levels deep.`,
  "too-long": () => "The formula is too long to be read. Split it into several lines.",
  "macro-loop": (detail) => `The macro ${named(detail, "")} expands without end.`,
  "macro-definition": (detail) =>
    `The definition after ${named(detail, "")} is incomplete or malformed. Write \\newcommand{\\name}[1]{…}.`,
  "sum-without-index": (detail) =>
    `It is not clear over which index the sum runs${detail === "" ? "" : ` (${detail})`}. Write it below the sign: \\sum_i.`,
  dots: () => "The dots stand for terms that can't be known. Write the sum with \\sum to have this line checked.",
};

const sentences: Readonly<Record<Problem["code"], Sentence>> = { ...problems, ...formulaErrors };

/** One sentence or two on a problem or a formula's error: what is wrong and what would put it right. */
export function describeProblem(problem: Pick<Problem, "code" | "detail">): string {
  return sentences[problem.code](problem.detail);
}
