import { expect, test } from "vitest";
import type { Expression } from "../../src/formula/Expression";
import { freeIndices } from "../../src/formula/indices";
import { parseFormula } from "../../src/formula/parse";

function read(tex: string): Expression {
  const result = parseFormula(tex);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test.each([
  ["x_i y_{j}", "i j"],
  ["\\sum_j y_{ij}", "i"],
  ["\\sum_{j \\ne k} y_j", "k"],
  ["\\frac{e^{z_i}}{\\sum_i e^{z_i}}", "i"],
  ["p_{y_i}", "i"],
  ["\\delta_{ij} - p_k", "i j k"],
  ["\\begin{cases} a & i = j \\\\ b & i \\ne j \\end{cases}", "i j"],
  ["\\begin{cases} z & z > 0 \\\\ 0 & z \\le 0 \\end{cases}", ""],
  ["\\sum_{i=1}^n x_i + n", ""],
  ["s(\\mathbf x)_k", "k"],
  ["x^{(i)}_{l-1}", "l i"],
])("of %s the free letters are %s", (tex, free) => {
  expect([...freeIndices(read(tex))].join(" ")).toBe(free);
});
