import katex from "katex";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../src/formula/Expression";
import { markSymbols } from "../../src/views/markSymbols";

/** Variables at the given pieces of a formula, each found after the one before. */
function symbols(tex: string, pieces: readonly (readonly [piece: string, name: string])[]): readonly Expression[] {
  let from = 0;
  return pieces.map(([piece, name]) => {
    const start = tex.indexOf(piece, from);
    from = start + piece.length;
    return { kind: "variable", name, indices: [], span: { start, end: start + piece.length } };
  });
}

const classes = (name: string) => `s-${name.replace(" ", "-")}`;

test.each([
  [
    "a - y",
    [
      ["a", "a"],
      ["y", "y"],
    ],
    "{\\htmlClass{s-a}{a}} - {\\htmlClass{s-y}{y}}",
  ],
  [
    "\\frac xy",
    [
      ["x", "x"],
      ["y", "y"],
    ],
    "\\frac {\\htmlClass{s-x}{x}}{\\htmlClass{s-y}{y}}",
  ],
  ["e^z", [["z", "z"]], "e^{\\htmlClass{s-z}{z}}"],
  ["\\hat{y}_{i,k}", [["\\hat{y}_{i,k}", "hat y"]], "{\\htmlClass{s-hat-y}{\\hat{y}_{i,k}}}"],
  ["z^2", [["z", "z"]], "{\\htmlClass{s-z}{z}}^2"],
  ["x_i^2", [["x_i", "x"]], "{\\htmlClass{s-x}{x}}_{\\htmlClass{s-x}{i}}^2"],
  ["\\hat{y}_{i,j}'", [["\\hat{y}_{i,j}", "hat y"]], "{\\htmlClass{s-hat-y}{\\hat{y}}}_{\\htmlClass{s-hat-y}{i,j}}'"],
] as const)("%s is marked", (tex, pieces, marked) => {
  const result = markSymbols(tex, symbols(tex, pieces), classes);
  expect(result).toBe(marked);
  expect(() => katex.renderToString(result, { trust: true, strict: "ignore" })).not.toThrow();
});

describe("what can't be put into a group is left as it is", () => {
  test.each([
    ["\\frac{a}{b}", "\\frac{a"],
    ["a & b", "a & b"],
    ["\\left( a \\right)", "\\left( a"],
    ["\\alpha b", "\\al"],
    ["\\alpha b", "pha"],
    ["{a}_{b}", "a}_{b"],
    ["a\\\\b", "a\\\\b"],
  ])("%s around %s", (tex, piece) => {
    expect(markSymbols(tex, symbols(tex, [[piece, "a"]]), classes)).toBe(tex);
  });
});

test("a symbol within another is part of it", () => {
  const tex = "p_{y_i}";
  const inner: Expression = { kind: "variable", name: "y", indices: [], span: { start: 3, end: 6 } };
  const outer: Expression = { kind: "variable", name: "p", indices: [inner], span: { start: 0, end: 7 } };
  expect(markSymbols(tex, [outer], classes)).toBe("{\\htmlClass{s-p}{p_{y_i}}}");
});

test("a symbol without classes stays unmarked", () => {
  expect(
    markSymbols(
      "a + b",
      symbols("a + b", [
        ["a", "a"],
        ["b", "b"],
      ]),
      (name) => (name === "b" ? "s-b" : null),
    ),
  ).toBe("a + {\\htmlClass{s-b}{b}}");
});
