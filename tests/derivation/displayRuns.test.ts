import { describe, expect, it } from "vitest";
import type { Formula } from "../../src/derivation/Derivation";
import { displayRuns } from "../../src/derivation/displayRuns";
import { noMacros } from "../../src/formula/macros";

/** Each run as its lines joined by their relations, with what was said beside it. */
function runs(tex: string): readonly string[] {
  const formula: Formula = { tex, segments: [{ at: 0, source: 0 }] };
  const found = displayRuns(formula, noMacros);
  if ("error" in found) return [`unread: ${found.error.code}`];
  return found.map(({ lines, open, label }) => {
    const sides = lines.map(({ relation, formula: side, rule, condition }) => {
      const notes = `${condition === null ? "" : ` {${condition.tex}}`}${rule === null ? "" : ` %${rule}`}`;
      return `${relation ?? ""} ${side.tex.replace(/\s+/g, " ")}${notes}`.trim();
    });
    return `${sides.join(" ")}${open === null ? "" : ` ${open}`}${label === null ? "" : ` (${label})`}`;
  });
}

describe("a display is cut into runs", () => {
  it.each<[string, readonly string[]]>([
    ["a = b", ["a = b"]],
    ["a = b = c", ["a = b = c"]],
    ["= b", ["= b"]],
    ["a =", ["a ="]],
    ["a", ["a"]],
    ["a = b.", ["a = b"]],
    ["a = b,", ["a = b"]],
    ["a := b", ["a := b"]],
    ["a \\leftarrow a - b", ["a := a - b"]],
    ["a \\approx b", ["a ≈ b"]],
    ["a \\propto b", ["a ∝ b"]],
    ["a \\equiv b", ["a ≡ b"]],
    ["0 < p < 1", ["0 < p < 1"]],
    ["a \\overset{!}{=} b", ["a = b %!"]],
    ["a \\stackrel{\\text{def}}{=} b", ["a := b %def"]],
    ["a {=} b", ["a = b"]],
  ])("%s", (tex, expected) => {
    expect(runs(tex)).toEqual(expected);
  });
});

describe("what is no relation between sides", () => {
  it.each<[string, readonly string[]]>([
    ["s = \\sum_{i=1}^n x_i", ["s = \\sum_{i=1}^n x_i"]],
    ["P(t=1|z) = \\sigma(z)", ["P(t=1|z) = \\sigma(z)"]],
    ["\\mathbb{1}(y_i = k) = 1", ["\\mathbb{1}(y_i = k) = 1"]],
    ["\\underbrace{a + b}_{=1} = c", ["\\underbrace{a + b}_{=1} = c"]],
    ["(a)_{x=2} = 3", ["(a)_{x=2} = 3"]],
    ["a = \\text{b=c}", ["a = \\text{b=c}"]],
    [
      "f = \\begin{cases} 1 & x = 0 \\\\ 0 & \\text{else} \\end{cases}",
      ["f = \\begin{cases} 1 & x = 0 \\\\ 0 & \\text{else} \\end{cases}"],
    ],
    [
      "f = \\Biggl\\{ \\begin{matrix} a , & \\text{j=k} \\\\ \\\\ b , & j \\ne k \\end{matrix} \\quad (2)",
      ["f = \\Biggl\\{ \\begin{matrix} a , & \\text{j=k} \\\\ \\\\ b , & j \\ne k \\end{matrix} (2)"],
    ],
  ])("%s", (tex, expected) => {
    expect(runs(tex)).toEqual(expected);
  });
});

describe("rows", () => {
  it.each<[string, string, readonly string[]]>([
    ["a chain", "\\begin{align} a &= b \\\\ &= c \\end{align}", ["a = b = c"]],
    ["the relation before the &", "\\begin{align} a =& b \\\\ =& c \\end{align}", ["a = b = c"]],
    ["a row that begins with =", "a = b \\\\ = c", ["a = b = c"]],
    ["several equations", "\\begin{align} a &= b \\\\ c &= d \\end{align}", ["a = b", "c = d"]],
    [
      "row breaks with lengths",
      "\\begin{aligned} a &= b \\\\[1.6em] &= c \\\\* &= d \\end{aligned}",
      ["a = b = c = d"],
    ],
    ["empty rows", "\\begin{align} a &= b \\\\ \\\\ &= c \\\\ \\end{align}", ["a = b = c"]],
    ["plain TeX", "\\eqalign{ a & = b \\cr & = c \\cr }", ["a = b = c"]],
    ["three columns", "\\begin{eqnarray} a & = & b \\\\ & = & c \\end{eqnarray}", ["a = b = c"]],
    ["an array", "\\begin{array}{rcl} a & = & b \\\\ & = & c \\end{array}", ["a = b = c"]],
    [
      "nested environments",
      "\\begin{equation}\\begin{split} a &= b \\\\ &= c \\end{split}\\end{equation}",
      ["a = b = c"],
    ],
    ["a box", "\\boxed{a = b}", ["a = b"]],
    ["a sum over two rows", "\\begin{align} a &= b \\\\ & + c \\\\ &= d \\end{align}", ["a = b + c = d"]],
    ["an operator at a row's end", "\\begin{align} a &= b + \\\\ & c \\end{align}", ["a = b + c"]],
    ["a relation at a row's end", "\\begin{align} a = \\\\ b \\end{align}", ["a = b"]],
    [
      "a bracket over two rows",
      "\\begin{align} a &= (b \\\\ & + c) \\\\ &= d \\end{align}",
      ["a = (b \\\\ & + c) = d"],
    ],
    ["a bracket that is never closed", "\\begin{align} a &= (b \\\\ &= c \\end{align}", ["a = (b = c"]],
    ["equations side by side", "\\begin{align} a &= b & c &= d \\end{align}", ["a = b", "c = d"]],
  ])("%s", (_, tex, expected) => {
    expect(runs(tex)).toEqual(expected);
  });
});

describe("several statements on a row", () => {
  it.each<[string, readonly string[]]>([
    ["a = b \\qquad c = d", ["a = b", "c = d"]],
    ["a = b \\hspace{1in} c = d", ["a = b", "c = d"]],
    ["a = b, \\; c = d", ["a = b", "c = d"]],
    ["a = b \\quad \\Rightarrow \\quad c = d", ["a = b", "c = d"]],
    ["a = b \\text{ and } c = d", ["a = b", "c = d"]],
    ["a = b \\quad \\text{where } c = d + e", ["a = b", "c = d + e"]],
    ["a \\quad = \\quad b", ["a = b"]],
    ["f(x, y) = x y", ["f(x, y) = x y"]],
    ["\\text{true rate} = \\frac{a}{b}", ["\\text{true rate} = \\frac{a}{b}"]],
    ["y_\\text{on} = a", ["y_\\text{on} = a"]],
  ])("%s", (tex, expected) => {
    expect(runs(tex)).toEqual(expected);
  });
});

describe("what is said beside an equation", () => {
  it.each<[string, readonly string[]]>([
    ["a = b \\quad (1)", ["a = b (1)"]],
    ["a = b \\tag{2}", ["a = b (2)"]],
    ["a = b \\label{eq} \\nonumber", ["a = b"]],
    ["a_i = b_j, \\quad i = j", ["a_i = b_j {i = j}"]],
    ["a_i = b_j \\quad \\text{for } i \\neq j.", ["a_i = b_j {i \\neq j}"]],
    ["a_i = b_j \\quad (i \\ne j)", ["a_i = b_j {i \\ne j}"]],
    ["a_i = b_i \\quad \\forall i \\ne k", ["a_i = b_i {i \\ne k}"]],
    ["\\text{if } i = j : a_i = b_j", ["a_i = b_j {i = j}"]],
    ["a = b \\quad \\text{(chain rule)}", ["a = b %chain rule"]],
    ["a = b % why\n", ["a = b %why"]],
    ["\\begin{align} a &= b \\\\ % first\n &= c % second\n\\end{align}", ["a = b %first = c %second"]],
    ["a = 50\\% b", ["a = 50\\% b"]],
  ])("%s", (tex, expected) => {
    expect(runs(tex)).toEqual(expected);
  });
});
