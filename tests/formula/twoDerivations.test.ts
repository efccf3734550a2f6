import { describe, expect, test } from "vitest";
import { parseFormula } from "../../src/formula/parse";
import { emptyVocabulary } from "../../src/formula/Vocabulary";
import { outline } from "./outline";

/** Every side of the two derivations that the library starts from, as their authors typed them, and its tree. */
const sides: Readonly<Record<string, readonly (readonly [tex: string, tree: string])[]>> = {
  "gradients of logistic regression, and of the sigmoid": [
    ["L", "L"],
    [
      "-y \\log \\hat{y} - (1 - y) \\log (1 - \\hat{y})",
      "(+ (- (* y log(hat y))) (- (* (+ 1 (- y)) log((+ 1 (- hat y))))))",
    ],
    ["\\frac{dL}{d\\hat{y}}", "(d L by hat y)"],
    ["- \\frac{y}{\\hat{y}} + \\frac{1 - y}{1 - \\hat{y}}", "(+ (- (/ y hat y)) (/ (+ 1 (- y)) (+ 1 (- hat y))))"],
    ["\\frac{d\\hat{y}}{dw}", "(d hat y by w)"],
    ["x", "x"],
    ["\\frac{d\\hat{y}}{db}", "(d hat y by b)"],
    ["1", "1"],
    ["\\frac{\\partial{L}}{\\partial{w}}", "(∂ L by w)"],
    ["\\frac{dL}{d\\hat{y}} \\frac{d\\hat{y}}{dw}", "(* (d L by hat y) (d hat y by w))"],
    [
      "-\\frac{xy}{\\hat{y}} + \\frac{x(1 - y)}{1 - \\hat{y}}",
      "(+ (- (/ (* x y) hat y)) (/ (* x (+ 1 (- y))) (+ 1 (- hat y))))",
    ],
    ["\\frac{\\partial{L}}{\\partial{b}}", "(∂ L by b)"],
    ["\\frac{dL}{d\\hat{y}} \\frac{d\\hat{y}}{db}", "(* (d L by hat y) (d hat y by b))"],
    [
      "\\frac{\\hat{y}-y\\hat{y} - y + y\\hat{y}}{(1-\\hat{y})\\hat{y}}",
      "(/ (+ hat y (- (* y hat y)) (- y) (* y hat y)) (* (+ 1 (- hat y)) hat y))",
    ],
    ["\\frac{\\hat{y} - y}{\\hat{y} - \\hat{y}^2}", "(/ (+ hat y (- y)) (+ hat y (- (^ hat y 2))))"],
    [
      "\\frac{1}{1- \\hat{y}} - \\frac{y}{\\hat{y}(1 - \\hat{y})}",
      "(+ (/ 1 (+ 1 (- hat y))) (- (/ y (* hat y (+ 1 (- hat y))))))",
    ],
    ["\\frac{\\partial{L}}{\\partial{z}}", "(∂ L by z)"],
    ["\\frac{dL}{da} \\frac{da}{dz}", "(* (d L by a) (d a by z))"],
    [
      "\\left(-\\frac{y}{a} + \\frac{1 - y}{1 - a} \\right) \\left( \\frac{1}{1 + e^{-z}} \\right)'",
      "(* (+ (- (/ y a)) (/ (+ 1 (- y)) (+ 1 (- a)))) (' (/ 1 (+ 1 (^ #e (- z))))))",
    ],
    [
      "\\left(-\\frac{y}{a} + \\frac{1 - y}{1 - a} \\right) (a (1 - a))",
      "(* (+ (- (/ y a)) (/ (+ 1 (- y)) (+ 1 (- a)))) (* a (+ 1 (- a))))",
    ],
    ["-y ( 1 - a) + a (1 - y)", "(+ (- (* y (+ 1 (- a)))) (* a (+ 1 (- y))))"],
    ["-y + ay + a - ay", "(+ (- y) (* a y) a (- (* a y)))"],
    ["a - y", "(+ a (- y))"],
    ["\\sigma(x)", "sigma(x)"],
    ["\\frac{1}{1 + e^{-x}}", "(/ 1 (+ 1 (^ #e (- x))))"],
    ["f(x)", "f(x)"],
    ["\\frac{1}{\\sigma(x)}", "(/ 1 sigma(x))"],
    ["1 + e^{-x}", "(+ 1 (^ #e (- x)))"],
    ["f'(x)", "f'(x)"],
    ["-e^{-x}", "(- (^ #e (- x)))"],
    ["\\frac{d\\left[ \\frac{1}{\\sigma(x)} \\right]}{dx}", "(d (/ 1 sigma(x)) by x)"],
    ["[\\sigma(x)^{-1}]'", "(' (^ sigma(x) (- 1)))"],
    ["-\\sigma(x)^{-2} \\sigma ' (x)", "(- (* (^ sigma(x) (- 2)) sigma'(x)))"],
    ["- \\frac{\\sigma '(x)}{\\sigma (x)^2}", "(- (/ sigma'(x) (^ sigma(x) 2)))"],
    ["1 - f(x)", "(+ 1 (- f(x)))"],
    ["1 - \\frac{1}{\\sigma (x)}", "(+ 1 (- (/ 1 sigma(x))))"],
    ["\\frac{\\sigma (x) - 1}{\\sigma (x)}", "(/ (+ sigma(x) (- 1)) sigma(x))"],
    ["\\sigma' (x)", "sigma'(x)"],
    ["\\frac{1 - \\sigma(x)}{\\sigma (x)} \\sigma (x)^2", "(* (/ (+ 1 (- sigma(x))) sigma(x)) (^ sigma(x) 2))"],
    ["\\sigma (x) (1 - \\sigma (x))", "(* sigma(x) (+ 1 (- sigma(x))))"],
  ],
  "softmax with cross-entropy": [
    ["\\frac{\\partial L_i}{\\partial z_{i,k}}", "(∂ L[i] by z[i,k])"],
    [
      "\\frac{\\partial L_i}{\\partial \\hat{y}_{i,j}} \\cdot \\frac{\\partial S_{i,j}}{\\partial z_{i,k}} \\quad (1)",
      "(* (∂ L[i] by hat y[i,j]) (∂ S[i,j] by z[i,k]))",
    ],
    ["\\hat{y}_{i,j}", "hat y[i,j]"],
    ["S_{i,j}", "S[i,j]"],
    [
      "\\frac{\\partial L_i}{\\partial \\hat{y}_{i,j}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}",
      "(* (∂ L[i] by hat y[i,j]) (∂ hat y[i,j] by z[i,k]))",
    ],
    ["\\frac{\\partial L_i}{\\partial \\hat{y}_{i,j}}", "(∂ L[i] by hat y[i,j])"],
    ["- \\sum_j \\frac{y_{i,j}}{\\hat{y}_{i,j}}", "(- (sum[j] (/ y[i,j] hat y[i,j])))"],
    [
      "- \\sum_j \\frac{y_{i,j}}{\\hat{y}_{i,j}} \\cdot \\frac{ \\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}",
      "(- (sum[j] (* (/ y[i,j] hat y[i,j]) (∂ hat y[i,j] by z[i,k]))))",
    ],
    ["\\frac{\\partial S_{i,j}}{\\partial z_{i,k}}", "(∂ S[i,j] by z[i,k])"],
    [
      "\\Biggl\\{ \\begin{matrix} S_{i,j}\\cdot(1-S_{i,k}) , & \\text{j=k} \\\\ \\\\ -S_{i,j} \\cdot S_{i,k} , & j \\ne k \\end{matrix} \\quad (2)",
      "(cases (* S[i,j] (+ 1 (- S[i,k]))) if j=k; (- (* S[i,j] S[i,k])) if j≠k)",
    ],
    ["\\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}", "(∂ hat y[i,j] by z[i,k])"],
    [
      "\\Biggl\\{ \\begin{matrix} \\hat{y}_{i,j}\\cdot(1-\\hat{y}_{i,k}) , & \\text{j=k} \\\\ \\\\ -\\hat{y}_{i,j} \\cdot \\hat{y}_{i,k} , & j \\ne k \\end{matrix} \\quad (3)",
      "(cases (* hat y[i,j] (+ 1 (- hat y[i,k]))) if j=k; (- (* hat y[i,j] hat y[i,k])) if j≠k)",
    ],
    [
      "-\\sum_j \\frac{{y}_{i,j}}{\\hat{y}_{i,j}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}",
      "(- (sum[j] (* (/ y[i,j] hat y[i,j]) (∂ hat y[i,j] by z[i,k]))))",
    ],
    [
      "- \\frac{y_{i,j}}{\\hat{y}_{i,j}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}} - \\sum_{j \\ne k}\\frac{y_{i,j}}{\\hat{y}_{i,j}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}",
      "(+ (- (* (/ y[i,j] hat y[i,j]) (∂ hat y[i,j] by z[i,k]))) (- (sum[j|j≠k] (* (/ y[i,j] hat y[i,j]) (∂ hat y[i,j] by z[i,k])))))",
    ],
    [
      "-\\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}",
      "(- (* (/ y[i,k] hat y[i,k]) (∂ hat y[i,j] by z[i,k])))",
    ],
    [
      "-\\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}} - \\sum_{j \\ne k} \\frac{y_{i,j}}{\\hat{y}_{i,j}} \\cdot \\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}",
      "(+ (- (* (/ y[i,k] hat y[i,k]) (∂ hat y[i,j] by z[i,k]))) (- (sum[j|j≠k] (* (/ y[i,j] hat y[i,j]) (∂ hat y[i,j] by z[i,k])))))",
    ],
    [
      "- \\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot \\hat{y}_{i,k} \\cdot (1 - \\hat{y}_{i,k}) - \\sum_{j \\ne k} \\frac{y_{i,j}}{\\hat{y}_{i,j}}(-\\hat{y}_{i,j}\\hat{y}_{i,k})",
      "(+ (- (* (/ y[i,k] hat y[i,k]) hat y[i,k] (+ 1 (- hat y[i,k])))) (- (sum[j|j≠k] (* (/ y[i,j] hat y[i,j]) (- (* hat y[i,j] hat y[i,k]))))))",
    ],
    [
      "-y_{i,k} \\cdot (1 - \\hat{y}_{i,k}) + \\sum_{j \\ne k}y_{i,j}\\hat{y}_{i,k}",
      "(+ (- (* y[i,k] (+ 1 (- hat y[i,k])))) (sum[j|j≠k] (* y[i,j] hat y[i,k])))",
    ],
    [
      "-y_{i,k} + y_{i,k}\\hat{y}_{i,k} + \\sum_{j \\ne k}y_{i,j}\\hat{y}_{i,k}",
      "(+ (- y[i,k]) (* y[i,k] hat y[i,k]) (sum[j|j≠k] (* y[i,j] hat y[i,k])))",
    ],
    ["-y_{i,k} + \\sum_j y_{i,j}\\hat{y}_{i,k}", "(+ (- y[i,k]) (sum[j] (* y[i,j] hat y[i,k])))"],
    ["-y_{i,k} + \\hat{y}_{i,k}", "(+ (- y[i,k]) hat y[i,k])"],
    ["\\hat{y}_{i,k} - y_{i,k}", "(+ hat y[i,k] (- y[i,k]))"],
  ],
};

const vocabulary = { ...emptyVocabulary, functions: new Set(["sigma"]) };

describe.each(Object.entries(sides))("%s", (_, rows) => {
  test.each(rows)("%s means %s", (tex, tree) => {
    const read = parseFormula(tex, vocabulary);
    expect(read.ok ? outline(read.value) : read.error).toBe(tree);
  });
});
