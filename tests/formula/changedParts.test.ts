import fc from "fast-check";
import { expect, test } from "vitest";
import { changedParts } from "../../src/formula/changedParts";
import type { Expression } from "../../src/formula/Expression";
import { partsOf } from "../../src/formula/Part";
import { parseFormula } from "../../src/formula/parse";
import { print } from "../../src/formula/print";
import { mapParts } from "../../src/formula/traverse";
import { arbitraryExpression } from "./arbitraryExpression";

function read(tex: string): Expression {
  const found = parseFormula(tex, {
    functions: new Set(["sigma"]),
    words: new Set(),
    superscripts: new Set(),
    ordinary: new Set(),
  });
  if (!found.ok) throw new Error(`${tex}: ${found.error.code}`);
  return found.value;
}

const marks = (left: Expression, right: Expression) => {
  const { left: before, right: after } = changedParts(left, right);
  return [before.map(print).join(", "), after.map(print).join(", ")];
};

test.each([
  ["a term", "a - y", "a + y", "-y", "y"],
  ["one factor of two", "x a", "x (y + 1)", "a", "y + 1"],
  ["deep inside", "\\frac{1}{1 + e^{-z}}", "\\frac{1}{1 + e^{-x}}", "z", "x"],
  ["terms that cancel", "-y + ay + a - ay", "-y + a", "a y, -a y", ""],
  ["terms that change places", "-y + a", "a - y", "-y, a", "a, -y"],
  ["a factor more", "(a - y) x", "a - y", "x", ""],
  [
    "a sum that a term completes",
    "-y_k + y_k p_k + \\sum_{j \\ne k} y_j p_k",
    "-y_k + \\sum_j y_j p_k",
    "y_{k} p_{k}, \\sum_{j \\ne k} y_{j} p_{k}",
    "\\sum_{j} y_{j} p_{k}",
  ],
  ["a derivative as a whole", "\\frac{dL}{da} x", "\\frac{dL}{db} x", "\\frac{dL}{da}", "\\frac{dL}{db}"],
  ["a symbol with its indices", "y_i x", "y_j x", "y_{i}", "y_{j}"],
  ["nothing", "a (1 - a)", "a (1 - a)", "", ""],
  ["everything", "a - y", "\\frac{x}{2}", "a - y", "\\frac{x}{2}"],
])("%s: from %s to %s", (_what, left, right, before, after) => {
  expect(marks(read(left), read(right))).toEqual([before, after]);
});

test("the same tree has no marks", () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression) => {
      expect(marks(expression, structuredClone(expression))).toEqual(["", ""]);
    }),
    { seed: 8, numRuns: 500 },
  );
});

test("marks of b to a mirror those of a to b, and different trees have some", () => {
  fc.assert(
    fc.property(arbitraryExpression, arbitraryExpression, (a, b) => {
      const [there, back] = [marks(a, b), marks(b, a)];
      expect(back).toEqual([there[1], there[0]]);
      expect(there.join("") === "").toBe(print(a) === print(b));
    }),
    { seed: 8, numRuns: 1000 },
  );
});

test("replacing one part marks just that", () => {
  const fresh: Expression = { kind: "variable", name: "q", indices: [], span: { start: 0, end: 0 } };
  let replaced = 0;
  fc.assert(
    fc.property(arbitraryExpression, fc.nat(), (expression, chosen) => {
      const places = partsOf(expression).flatMap(({ expression: part, place }) => (place === "value" ? [part] : []));
      const old = places[chosen % places.length] as Expression;
      const change = (part: Expression): Expression => (part === old ? fresh : mapParts(part, change));
      const { left, right } = changedParts(expression, change(expression));
      expect(left).toEqual([old]);
      expect(right).toEqual([fresh]);
      replaced += 1;
    }),
    { seed: 8, numRuns: 1000 },
  );
  expect(replaced).toBe(1000);
});
