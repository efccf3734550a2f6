import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../src/derivation/describeProblem";
import type { Problem } from "../../src/derivation/Problem";

/** All codes that the two types list. */
const codes = ["src/derivation/Problem.ts", "src/formula/FormulaError.ts"].flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(([, code]) => code as Problem["code"]),
);

describe("the sentence of a problem", () => {
  it("exists for every code", () => {
    expect(codes.length).toBeGreaterThan(30);
  });

  it.each(codes)("%s is whole", (code) => {
    expect(describeProblem({ code, detail: "x|y" })).toMatch(/^[A-Z“].*[.?]$/s);
  });

  it.each<Problem["code"]>([
    "empty-document",
    "not-text",
    "orphan-line",
    "missing-argument",
    "sum-without-index",
    "empty",
  ])("%s is whole without a detail", (code) => {
    const sentence = describeProblem({ code, detail: "" });
    expect(sentence).toMatch(/^[A-Z“].*[.?]$/s);
    expect(sentence).not.toMatch(/undefined|“”|\s\s/);
  });

  it.each<[Problem["code"], string, string]>([
    ["unclosed-display", "$$", "This display is never closed: “$$” is missing. It is shown as text."],
    ["unknown-field", "input|inputs", "The field “input” is not known. Did you mean “inputs”?"],
    [
      "too-large",
      "300000|200000",
      "The document has 300000 characters; at most 200000 are read. Split it into several documents.",
    ],
    ["unsupported", "\\int", "“\\int” is not understood, so this line is not checked."],
    [
      "never-defined",
      "L",
      "“L” is differentiated but never defined. Give it a formula, in the text or under “where:” in the front matter.",
    ],
  ])("%s names %s", (code, detail, sentence) => {
    expect(describeProblem({ code, detail })).toBe(sentence);
  });
});
