import { expect, test } from "vitest";
import { parseFormula } from "../../src/formula/parse";
import { plainExpression } from "../../src/views/plainExpression";

test.each([
  ["-y \\log \\hat{y} - (1 - y) x", "−y log(ŷ) − (1 − y) x"],
  ["\\frac{1 - y}{1 - \\hat{y}}", "(1 − y)/(1 − ŷ)"],
  ["\\frac{\\partial L}{\\partial z_k}", "∂L/∂zₖ"],
  ["\\left(\\frac{1}{1 + e^{-z}}\\right)'", "(1/(1 + e^(−z)))′"],
  ["\\sum_{j \\ne k} y_j p_k", "Σ over j ≠ k of yⱼ pₖ"],
  ["\\sum_j (a_j - b)", "Σ over j of (aⱼ − b)"],
  ["f'(x)^2", "f′(x)^2"],
  ["\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", "1 if x > 0, 0 otherwise"],
])("%s in plain characters: %s", (tex, plain) => {
  const read = parseFormula(tex);
  expect(read.ok ? plainExpression(read.value) : read.error).toBe(plain);
});
