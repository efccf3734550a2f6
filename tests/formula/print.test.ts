import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFormula } from "../../src/formula/parse";
import { print } from "../../src/formula/print";
import { sameTree } from "../../src/formula/sameTree";
import { arbitraryExpression, arbitraryVocabulary } from "./arbitraryExpression";
import { outline } from "./outline";

test("what is printed reads back as the same tree", () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression) => {
      const tex = print(expression);
      const read = parseFormula(tex, arbitraryVocabulary);
      expect([tex, read.ok ? outline(read.value) : read.error]).toEqual([tex, outline(expression)]);
      expect(read.ok && sameTree(read.value, expression)).toBe(true);
    }),
    { seed: 20, numRuns: 2000 },
  );
});

test.each([
  [
    "-y\\log\\hat y-(1-y)\\log(1-\\hat y)",
    "-y \\log\\left(\\hat{y}\\right) - \\left(1 - y\\right) \\log\\left(1 - \\hat{y}\\right)",
  ],
  ["\\sum_{j\\neq k}y_{ij}", "\\sum_{j \\ne k} y_{i,j}"],
  ["\\frac{dL}{dw}", "\\frac{dL}{dw}"],
  ["x(n+1)!^2", "x \\cdot \\left(\\left(n + 1\\right)!\\right)^{2}"],
  ["2(y-t)x", "2 \\cdot \\left(y - t\\right) x"],
  ["{\\hat y}_{i,j}^2", "\\hat{y}_{i,j}^{2}"],
])("%s is printed %s", (tex, printed) => {
  const read = parseFormula(tex);
  expect(read.ok ? print(read.value) : read.error).toBe(printed);
});
