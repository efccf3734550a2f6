import { expect, test } from "vitest";
import { partsOf } from "../../src/formula/Part";
import { parseFormula } from "../../src/formula/parse";
import { bracketsAround } from "../../src/views/numberBrackets";

/** The formula with ( ) around what always has brackets, [ ] around what has them where it is negative. */
function shown(tex: string): string {
  const read = parseFormula(tex);
  if (!read.ok) throw new Error(read.error.code);
  const parts = partsOf(read.value);
  const marks = parts.flatMap(({ expression, place }, at) => {
    if (expression.kind !== "variable" || place !== "value") return [];
    const brackets = bracketsAround(tex, parts, at);
    const { start, end } = expression.span;
    return [{ start, end, pair: { none: "", sign: "[]", always: "()" }[brackets] }];
  });
  return marks
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, pair }) =>
        text.slice(0, start) + (pair[0] ?? "") + text.slice(start, end) + (pair[1] ?? "") + text.slice(end),
      tex,
    );
}

test.each([
  ["a - y", "a - [y]"],
  ["-y + a", "-[y] + [a]"],
  ["wx + b", "w(x) + [b]"],
  ["x \\cdot a", "x \\cdot [a]"],
  ["xa(1 - a)", "x(a)(1 - [a])"],
  ["(1 - y) \\hat{y}", "(1 - [y]) (\\hat{y})"],
  ["\\frac{y}{\\hat{y}}", "\\frac{y}{\\hat{y}}"],
  ["\\frac{xy}{2x}", "\\frac{x(y)}{2(x)}"],
  ["e^{-z} + e^z", "e^{-[z]} + e^z"],
  ["y^2 - x^2", "[y]^2 - [x]^2"],
  ["a y^2", "a (y)^2"],
  ["x \\frac{1}{2}", "(x) \\frac{1}{2}"],
  ["y \\log a", "y \\log [a]"],
  ["- {y} a", "- [{y}] (a)"],
  ["\\frac{{y}_{i}}{a}", "\\frac{{y}_{i}}{a}"],
])("numbers in %s: %s", (tex, expected) => {
  expect(shown(tex)).toBe(expected);
});
