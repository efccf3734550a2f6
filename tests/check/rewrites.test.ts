import fc from "fast-check";
import { expect, test } from "vitest";
import { rewritesFor } from "../../src/check/rewrites";
import { shapeKey, tidy } from "../../src/check/tidy";
import type { Expression } from "../../src/formula/Expression";
import { parseFormula } from "../../src/formula/parse";
import { print } from "../../src/formula/print";

const scope = { definitions: [], assumptions: [], declarations: [], sizes: {} };
const rewrites = rewritesFor(scope, [], shapeKey);

function read(tex: string): Expression {
  const found = parseFormula(tex);
  if (!found.ok) throw new Error(`${tex}: ${found.error.code}`);
  return found.value;
}

const rewritten = (code: string, tex: string) =>
  rewrites.filter(({ there }) => there.code === code).flatMap(({ apply }) => apply(read(tex)).map(print));

test.each([
  ["expand", "(a + b) c", "a c + b c"],
  ["expand", "-y (1 - a) + a (1 - y)", "-y + y a + a - a y"],
  [
    "expand",
    "(\\frac{y}{a} - 1) a (1 - a)",
    "\\frac{y}{a} a \\cdot \\left(1 - a\\right) - a \\cdot \\left(1 - a\\right)",
  ],
  ["cancel", "\\frac{y}{a} a (1 - a)", "y \\cdot \\left(1 - a\\right)"],
  ["cancel", "\\frac{x^2}{x y} y", "x"],
  ["collect", "-y + a y + a - a y", "-y + a"],
  ["split-fraction", "\\frac{a - y}{a}", "\\frac{a}{a} - \\frac{y}{a}"],
  ["out-of-sum", "\\sum_j y_j p_k", "p_{k} \\sum_{j} y_{j}"],
])("%s: %s becomes %s", (code, tex, expected) => {
  expect(rewritten(code, tex)).toContain(expected);
});

test.each([
  ["collect", "a + b"],
  ["cancel", "\\frac{a}{b} c"],
  ["expand", "a b c"],
  ["out-of-sum", "\\sum_j y_j p_j"],
])("%s finds nothing in %s", (code, tex) => {
  expect(rewritten(code, tex)).toEqual([]);
});

const nowhere = { start: 0, end: 0 };
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie("expression");
  const several = fc.array(inner, { minLength: 2, maxLength: 3 });
  return {
    expression: fc.oneof(
      { maxDepth: 4 },
      fc
        .constantFrom("x", "y", "a")
        .map((name): Expression => ({ kind: "variable", name, indices: [], span: nowhere })),
      fc.constantFrom("0", "1", "2").map((text): Expression => ({ kind: "number", text, span: nowhere })),
      several.map((terms): Expression => ({ kind: "sum", terms, span: nowhere })),
      several.map((factors): Expression => ({ kind: "product", factors, style: "ordinary", span: nowhere })),
      inner.map((operand): Expression => ({ kind: "negative", operand, span: nowhere })),
      fc
        .tuple(inner, inner)
        .map(([numerator, denominator]): Expression => ({ kind: "quotient", numerator, denominator, span: nowhere })),
      inner.map(
        (base): Expression => ({
          kind: "power",
          base,
          exponent: { kind: "number", text: "2", span: nowhere },
          span: nowhere,
        }),
      ),
    ),
  };
});

const values: Readonly<Record<string, number>> = { x: 0.7, y: -1.3, a: 2.1 };

function valueAt(one: Expression): number {
  switch (one.kind) {
    case "number":
      return Number(one.text);
    case "variable":
      return values[one.name] ?? Number.NaN;
    case "sum":
      return one.terms.map(valueAt).reduce((sum, value) => sum + value, 0);
    case "product":
      return one.factors.map(valueAt).reduce((product, value) => product * value, 1);
    case "negative":
      return -valueAt(one.operand);
    case "quotient":
      return valueAt(one.numerator) / valueAt(one.denominator);
    case "power":
      return valueAt(one.base) ** valueAt(one.exponent);
    default:
      throw new Error(one.kind);
  }
}

test("no rewrite changes a value, nor does tidying", () => {
  let compared = 0;
  fc.assert(
    fc.property(expression, (one) => {
      const value = valueAt(one);
      for (const other of [tidy(one), ...rewrites.flatMap(({ apply }) => [...apply(one)])]) {
        const after = valueAt(other);
        // A factor that cancels may have been zero: there the shorter formula has a value and the longer has none.
        if (!Number.isFinite(value) || !Number.isFinite(after)) continue;
        expect(Math.abs(after - value), `${print(one)} to ${print(other)}`).toBeLessThan(
          1e-7 * Math.max(1, Math.abs(value)),
        );
        compared += 1;
      }
    }),
    { seed: 4, numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(1500);
});
