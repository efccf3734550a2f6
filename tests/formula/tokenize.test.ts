import { describe, expect, test } from "vitest";
import type { Token } from "../../src/formula/Token";
import { tokenize } from "../../src/formula/tokenize";

function tokensOf(tex: string): readonly Token[] {
  const read = tokenize(tex);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe("spans point at the source", () => {
  test.each<[string, readonly string[]]>([
    ["\\left( a \\right)", ["\\left(", "a", "\\right)"]],
    ["\\Bigl[ 3.14 \\Bigr]", ["\\Bigl[", "3.14", "\\Bigr]"]],
    ["x % not here\n + 1{,}000", ["x", "+", "1{,}000"]],
    ["\\text{a b}y", ["\\text{a b}", "y"]],
    ["{\\rm Loss} x", ["{\\rm Loss}", "x"]],
    ["a \\\\[1.6em] b", ["a", "\\\\[1.6em]", "b"]],
    ["a \\\\ [b]", ["a", "\\\\", "[", "b", "]"]],
    ["a &lt; b &amp; c", ["a", "&lt;", "b", "&amp;", "c"]],
    ["x ... y", ["x", "...", "y"]],
    ["\\not= \\not\\in", ["\\not=", "\\not\\in"]],
    ["𝐱 + ŷ", ["𝐱", "𝐱", "+", "ŷ", "ŷ"]],
    ["x₁₂", ["x", "₁₂", "₁₂", "₁₂", "₁₂"]],
  ])("%s", (tex, sources) => {
    expect(tokensOf(tex).map(({ span }) => tex.slice(span.start, span.end))).toEqual(sources);
  });
});

describe("one name for what means the same", () => {
  test.each([
    ["\\neq \\leq \\geq", "ne le ge"],
    ["\\dfrac12", "frac 12"],
    ["\\widehat y \\overline x", "hat y bar x"],
    ["\\boldsymbol W \\bm W \\mathbf W", "mathbf W mathbf W mathbf W"],
    ["{\\bf W x} y", "{ mathbf W mathbf x } y"],
    ["\\ldots \\cdots … ...", "dots dots dots dots"],
    ["\\left| x \\right| |y|", "left| x right| | y |"],
    ["\\lVert x \\rVert \\| ||", "left|2 x right|2 | |"],
    ["\\lt \\ast \\vert", "< * |"],
    ["- − –", "- - -"],
    ["x' x’ x^\\prime", "x ' x ' x ^ '"],
    ["x² ∂ σ · ≠ ℝ", "x ^ { 2 } partial sigma cdot ne mathbb R"],
    ["a := b != c <= d", "a := b ne c le d"],
    ["\\mathrm{Loss} \\mathrm{d} \\operatorname{arg\\,max}", "Loss d argmax"],
    ["\\mathrm{d x_1}", "{ d x _ 1 }"],
    ["\\begin{array}{cc} a & b \\end{array}", "begin array a & b end array"],
    ["\\begin{align\\*}", "begin align"],
    ["\\displaystyle\\sum\\limits_i \\, x \\label{a}", "sum _ i x"],
    ["a \\quad \\hspace{1in} b \\tag{2}", "a quad quad b tag 2"],
    ["\\color{blue}{x} {\\color{red} y}", "{ x } { y }"],
    ["\\R \\mathbb R", "mathbb R mathbb R"],
  ])("%s", (tex, texts) => {
    expect(
      tokensOf(tex)
        .map((token) => token.text)
        .join(" "),
    ).toBe(texts);
  });
});

test("white space is remembered before a token", () => {
  expect(tokensOf("3 . 1").map((token) => token.spaced)).toEqual([false, true, true]);
  expect(tokensOf("3.1").map((token) => token.text)).toEqual(["3.1"]);
  expect(tokensOf("p_j.5").map((token) => token.text)).toEqual(["p", "_", "j", ".", "5"]);
});

test.each([
  ["x".repeat(20_001), "too-long"],
  ["{".repeat(201) + "}".repeat(201), "too-deep"],
  ["{x", "unclosed"],
  ["x}", "unopened"],
  ["\\text{x", "unclosed"],
])("%.20s is refused: %s", (tex, code) => {
  const read = tokenize(tex);
  expect(read.ok ? "read" : read.error.code).toBe(code);
});
