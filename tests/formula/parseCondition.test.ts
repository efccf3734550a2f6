import { expect, test } from "vitest";
import { parseCondition } from "../../src/formula/parse";
import { outlineCondition } from "./outline";

test.each([
  ["i = j", "i=j"],
  ["j \\ne k", "j≠k"],
  ["\\text{j=k}", "j=k"],
  ["\\text{if } i = j", "i=j"],
  ["\\text{for all } i \\neq j.", "i≠j"],
  ["0 < \\hat y < 1", "0<hat y<1"],
  ["C > 0", "C>0"],
  ["y_i \\in \\{0,1\\}", "y[i]∈set(0, 1)"],
  ["x \\in [0,1)", "x∈right-open interval(0, 1)"],
  ["x \\in (0, 1)", "x∈open interval(0, 1)"],
  ["n \\in \\mathbb{N}", "n∈bb N"],
  ["j \\ne k, i \\ne j", "j≠k & i≠j"],
  ["x \\ge 0 \\text{ and } y = 1", "x≥0 & y=1"],
  ["\\sum_j y_{i,j} = 1", "(sum[j] y[i,j])=1"],
  ["a &lt; b", "a<b"],
])("%s says %s", (tex, condition) => {
  const read = parseCondition(tex);
  expect(read.ok ? outlineCondition(read.value) : read.error).toBe(condition);
});

test.each([
  ["x", "unexpected"],
  ["", "empty"],
  ["x >", "missing-argument"],
  ["\\text{otherwise}", "unexpected"],
])("%s is no condition: %s", (tex, code) => {
  const read = parseCondition(tex);
  expect(read.ok ? "read" : read.error.code).toBe(code);
});
