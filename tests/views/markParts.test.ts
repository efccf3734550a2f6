import katex from "katex";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../src/formula/Part";
import { parseFormula } from "../../src/formula/parse";
import { markParts } from "../../src/views/markSymbols";

const classesOf = (name: string) => `s-${name.replace(" ", "-")}`;

function marked(tex: string): string {
  const read = parseFormula(tex);
  if (!read.ok) throw new Error(read.error.code);
  const result = markParts(tex, read.value, classesOf);
  expect(() => katex.renderToString(result, { trust: true, strict: "ignore" })).not.toThrow();
  return result;
}

/** `[3 … ]` stands for a mark of part 3, `<3 … >` for a symbol's. */
const shorten = (tex: string) =>
  tex
    .replace(/\{?\\htmlClass\{s-[^ ]* part-(\d+)\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}\}?/g, "<$1 $2>")
    .replace(/\\htmlClass\{part-(\d+)\}\{/g, "[$1 ");

test.each([
  ["a - y", "<1 a> [2 - <3 y>}"],
  ["xa(1 - a)", "<1 x><2 a>([3 1 [5 - <6 a>}})"],
  ["\\frac{xy}{\\hat{y}}", "\\frac{[1 <2 x><3 y>}}{<4 \\hat{y}>}"],
  ["\\left(a + b\\right) c", "\\left([1 <2 a> + <3 b>}\\right) <4 c>"],
  ["-y \\log \\hat{y}", "-[1 <2 y> [3 \\log <4 \\hat{y}>}}"],
])("the parts of %s are marked %s", (tex, expected) => {
  expect(shorten(marked(tex))).toBe(expected);
});

describe("a part that a mark would set otherwise is left to what is around it", () => {
  test.each([
    ["what a script follows", "f(x)^2", "f(<2 x>)^2"],
    ["an index", "y_{i,k} z", "<1 y_{i,k}> <4 z>"],
    ["dots", "f(x, \\dots, y)", "f(<1 x>, \\dots, <3 y>)"],
    ["words with a relation", "\\mathbb{1}(\\text{j=k})", "\\mathbb{1}(\\text{j=k})"],
    ["a change of style", "\\displaystyle \\sum_i x_i + a", "\\displaystyle [1 \\sum_i <2 x_i>} + <4 a>"],
  ])("%s: %s", (_what, tex, expected) => {
    expect(shorten(marked(tex))).toBe(expected);
  });
});

test("parts know what binds them and what they do", () => {
  const read = parseFormula("\\sum_{j \\ne k} y_{j} \\frac{dL}{da}");
  if (!read.ok) throw new Error(read.error.code);
  const parts = partsOf(read.value).map(({ expression, parent, bound, place }) => ({
    kind: expression.kind === "variable" ? expression.name : expression.kind,
    parent,
    bound: bound.join(),
    place,
  }));
  expect(parts).toEqual([
    { kind: "indexed", parent: null, bound: "", place: "value" },
    { kind: "j", parent: 0, bound: "j", place: "condition" },
    { kind: "k", parent: 0, bound: "j", place: "condition" },
    { kind: "product", parent: 0, bound: "j", place: "value" },
    { kind: "y", parent: 3, bound: "j", place: "value" },
    { kind: "j", parent: 4, bound: "j", place: "index" },
    { kind: "derivative", parent: 3, bound: "j", place: "value" },
    { kind: "L", parent: 6, bound: "j", place: "differentiated" },
    { kind: "a", parent: 6, bound: "j", place: "differentiated" },
  ]);
});
