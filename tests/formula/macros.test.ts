import { describe, expect, test } from "vitest";
import { collectMacros } from "../../src/formula/macros";
import { parseFormula } from "../../src/formula/parse";
import { emptyVocabulary } from "../../src/formula/Vocabulary";
import { outline } from "./outline";

describe("a macro means its body", () => {
  test.each([
    ["\\newcommand{\\g}[2]{\\frac{\\partial #1}{\\partial #2}}", "\\g{L}{w_i}", "(∂ L by w[i])"],
    ["\\newcommand\\by{\\mathbf{y}}", "\\hat{\\by}", "hat bold y"],
    ["\\def\\up#1#2{#1^{(#2)}}", "\\up{z}{l}_j", "z^()[j,l]"],
    ["\\newcommand{\\p}[2][2]{#2^{#1}}", "\\p{x} + \\p[3]{x}", "(+ (^ x 2) (^ x 3))"],
    ["\\DeclareMathOperator{\\act}{act}", "\\act(x)", "act(x)"],
    ["\\let\\s=\\sigma", "\\s_i", "sigma[i]"],
    ["\\newcommand{\\a}{\\b}\\newcommand{\\b}{x}", "\\a", "x"],
    ["\\newcommand{\\a}{x}\\providecommand{\\a}{y}", "\\a", "x"],
    ["\\newcommand{\\a}{x}\\renewcommand{\\a}{y}", "\\a", "y"],
    ["\\newcommand{\\n}[1]{\\text{#1}}", "y_{\\n{pred}}", "y_pred"],
  ])("%s gives %s", (definition, use, tree) => {
    const { macros, errors } = collectMacros(definition);
    expect(errors).toEqual([]);
    const read = parseFormula(use, emptyVocabulary, macros);
    expect(read.ok ? outline(read.value) : read.error).toBe(tree);
  });
});

test("a definition inside a formula takes effect there", () => {
  const read = parseFormula("\\def\\a{x}\\a + \\a");
  expect(read.ok ? outline(read.value) : read.error).toBe("(+ x x)");
});

test("what comes from a body has the span of the use, an argument its own", () => {
  const { macros } = collectMacros("\\newcommand{\\g}[2]{\\frac{\\partial #1}{\\partial #2}}");
  const tex = "2 + \\g{L}{w}";
  const read = parseFormula(tex, emptyVocabulary, macros);
  const derivative = read.ok && read.value.kind === "sum" ? read.value.terms[1] : undefined;
  expect(derivative?.kind).toBe("derivative");
  if (derivative?.kind !== "derivative") return;
  expect(tex.slice(derivative.span.start, derivative.span.end)).toBe("\\g{L}{w}");
  expect(tex.slice(derivative.of.span.start, derivative.of.span.end)).toBe("L");
});

test.each([
  ["\\newcommand{\\a}{\\a}", "\\a", "macro-loop"],
  ["\\newcommand{\\a}{\\a x}", "\\a", "macro-loop"],
  ["\\def\\a{\\b}\\def\\b{\\a}", "\\a", "macro-loop"],
  [`\\def\\a{${"x".repeat(500)}}`, "\\a".repeat(100), "too-long"],
  ["\\newcommand{\\a}[1]{#1}", "\\a", "missing-argument"],
])("%.30s used as %.10s is refused: %s", (definition, use, code) => {
  const read = parseFormula(use, emptyVocabulary, collectMacros(definition).macros);
  expect(read.ok ? "read" : read.error.code).toBe(code);
});

test.each(["\\newcommand{a}{b}", "\\def\\a#1.#2{x}", "\\newcommand{\\a}[x]{b}", "\\newcommand{\\a}", "\\let"])(
  "%s is reported",
  (definition) => {
    expect(collectMacros(definition).errors.map((error) => error.code)).toEqual(["macro-definition"]);
  },
);
