import { expect, test } from "vitest";
import type { Expression } from "../../src/formula/Expression";
import { parseFormula } from "../../src/formula/parse";
import { substitute } from "../../src/formula/substitute";
import { outline } from "./outline";

function read(tex: string): Expression {
  const result = parseFormula(tex);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test.each([
  ["x^2 + 1", "x", "wx+b", "(+ (^ (+ (* w x) b) 2) 1)"],
  ["y_{i,j}", "i", "k", "y[k,j]"],
  ["\\sum_j a_j b_i", "i", "k", "(sum[j] (* a[j] b[k]))"],
  ["\\sum_j a_j b_i", "i", "j", "(sum[j'] (* a[j'] b[j]))"],
  ["\\sum_j a_j", "j", "k", "(sum[j] a[j])"],
  ["\\sum_{j=1}^{n} a_{j}", "n", "j", "(sum[j'=1..j] a[j'])"],
  ["\\sum_{j \\ne k} a_j", "k", "2", "(sum[j|j≠2] a[j])"],
  ["x_1", "x", "y", "x[1]"],
])("%s with %s := %s is %s", (tex, name, value, tree) => {
  expect(outline(substitute(read(tex), new Map([[name, read(value)]])))).toBe(tree);
});
