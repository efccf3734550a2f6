import { describe, expect, it } from "vitest";
import { brief, judgeStep } from "./lastVerdict";

const logistic = "\\sigma(t) = \\frac{1}{1+e^{-t}}";
const neuron = [logistic, "z = w^T x + b", "a = \\sigma(z)", "L = -y \\log a - (1-y)\\log(1-a)"];
const linear = [
  "h_\\theta(x) = \\theta^T x",
  "J(\\theta) = \\frac{1}{2m} \\sum_{i=1}^m (h_\\theta(x^{(i)}) - y^{(i)})^2",
];
const squares = ["J(w) = \\frac12 (X w - y)^T (X w - y)"];
const many = [logistic, "\\ell(w) = \\sum_{n=1}^N y_n \\log \\sigma(w^T x_n) + (1 - y_n) \\log(1 - \\sigma(w^T x_n))"];
const bold = [
  "\\mathbf{z} = \\mathbf{W}\\mathbf{x} + \\mathbf{b}",
  "\\hat{\\mathbf{y}} = \\text{softmax}(\\mathbf{z})",
  "L = -\\sum_k y_k \\log \\hat y_k",
];

describe("a transpose says that a symbol is a vector", () => {
  it.each<[step: string, verdict: string, definitions: readonly string[]]>([
    ["\\frac{\\partial L}{\\partial w} = (a - y) x", "holds", neuron],
    ["\\frac{\\partial L}{\\partial w} = (y - a) x", "fails", neuron],
    ["\\frac{\\partial L}{\\partial w_j} = (a - y) x_j", "holds", neuron],
    ["\\frac{\\partial L}{\\partial w_j} = (a - y) x", "not-checked shape", neuron],
    [
      "\\frac{\\partial}{\\partial \\theta_j} J(\\theta) = \\frac1m \\sum_{i=1}^m (h_\\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}",
      "holds",
      linear,
    ],
    [
      "\\frac{\\partial}{\\partial \\theta_j} J(\\theta) = \\frac1m \\sum_{i=1}^m (y^{(i)} - h_\\theta(x^{(i)})) x_j^{(i)}",
      "fails",
      linear,
    ],
    ["\\nabla_w J = X^T (X w - y)", "holds", squares],
    ["\\nabla_w J = X (X w - y)", "fails", squares],
    ["\\nabla_w \\ell(w) = \\sum_{n=1}^N (y_n - \\sigma(w^T x_n)) x_n", "holds", many],
    ["\\frac{\\partial \\ell}{\\partial w_j} = \\sum_{n=1}^N (y_n - \\sigma(w^T x_n)) x_{nj}", "holds", many],
    ["\\frac{\\partial \\ell}{\\partial w_j} = \\sum_{n=1}^N (y_n + \\sigma(w^T x_n)) x_{nj}", "fails", many],
    ["\\frac{\\partial L}{\\partial \\mathbf{z}} = \\hat{\\mathbf{y}} - \\mathbf{y}", "holds-if sum-is-one", bold],
    ["\\|x\\|_2 = \\sqrt{\\sum_i x_i^2}", "holds", []],
    ["\\frac{\\partial}{\\partial x_j} \\|x\\|^2 = 2 x_j", "holds", ["r = \\|x\\|"]],
    ["\\frac{\\partial}{\\partial x_j} \\|x\\| = x_j", "fails", ["r = \\|x\\|"]],
    [
      "\\frac{\\partial L}{\\partial \\mathbf{W}} = (\\hat{\\mathbf{y}} - \\mathbf{y}) \\mathbf{x}^T",
      "holds-if sum-is-one",
      bold,
    ],
    ["\\frac{\\partial L}{\\partial \\mathbf{z}} = \\mathbf{y} - \\hat{\\mathbf{y}}", "fails", bold],
  ])("%s: %s", (step, verdict, definitions) => {
    expect(brief(judgeStep(step, definitions))).toBe(verdict);
  });

  it("and a step in which that does not fit is read with numbers", () => {
    expect(
      brief(judgeStep("f'(x) = \\sigma(x) + x \\sigma(x) (1 - \\sigma(x))", [...neuron, "f(x) = x \\sigma(x)"])),
    ).toBe("holds");
  });
});
