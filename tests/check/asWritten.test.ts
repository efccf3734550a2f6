import { describe, expect, test } from "vitest";
import { brief, lastVerdict } from "./lastVerdict";

/** What stands before the step, the step, and its verdict. */
type Row = readonly [before: string, step: string, verdict: string];

const probabilities: readonly Row[] = [
  ["$p(t|z) = y^t (1-y)^{1-t}$, $0 < y < 1$.", "-\\log p(t|z) = -t \\log y - (1-t) \\log(1-y)", "holds"],
  ["$p(t|z) = y^t (1-y)^{1-t}$, $0 < y < 1$.", "-\\log p(t|z) = -t \\log y + (1-t) \\log(1-y)", "fails"],
  ["$P(t=1 \\mid z) = \\frac{1}{1+e^{-z}}$", "1 - P(t=1 \\mid z) = \\frac{1}{1+e^{z}}", "holds"],
  ["$P(t=1|z) = \\frac{1}{1+e^{-z}}$ and $P(t=0|z) = 1 - P(t=1|z)$.", "\\log\\frac{P(t=1|z)}{P(t=0|z)} = z", "holds"],
  ["$P(t=1|z) = \\frac{1}{1+e^{-z}}$ and $P(t=0|z) = 1 - P(t=1|z)$.", "\\log\\frac{P(t=1|z)}{P(t=0|z)} = -z", "fails"],
  ["Let $p_n = P(Y_n = 1)$.", "(y_n - \\frac{1}{1+e^{-z_n}}) x_n = (y_n - p_n) x_n", "not-checked one-sided"],
  ["$P(y=k|x) = \\frac{e^{z_k}}{\\sum_j e^{z_j}}$", "\\log P(y=k|x) = z_k - \\log\\sum_j e^{z_j}", "holds"],
  [
    "$L(\\theta) = \\prod_{i=1}^m p(y_i|x_i;\\theta)$",
    "\\log L(\\theta) = \\sum_{i=1}^m \\log p(y_i|x_i;\\theta)",
    "holds",
  ],
];

const recurrences: readonly Row[] = [
  ["$h_t = \\tanh(w x_t + u h_{t-1} + b)$", "\\frac{\\partial h_t}{\\partial h_{t-1}} = u (1 - h_t^2)", "holds"],
  ["$h_t = \\tanh(w x_t + u h_{t-1} + b)$", "\\frac{\\partial h_t}{\\partial h_{t-1}} = w (1 - h_t^2)", "fails"],
  ["$h_t = \\tanh(w x_t + u h_{t-1} + b)$", "\\frac{\\partial h_t}{\\partial h_{t-1}} = u (1 - h_{t-1}^2)", "fails"],
  ["$s_t = w_x x_t + w_s s_{t-1}$", "\\frac{\\partial s_t}{\\partial s_{t-1}} = w_s", "holds"],
  ["$s_t = w_x x_t + w_s s_{t-1}$", "\\frac{\\partial s_t}{\\partial s_{t-1}} = w_x", "fails"],
  [
    "$z^{(l)} = w^{(l)} a^{(l-1)} + b^{(l)}$ and $a^{(l)} = \\tanh(z^{(l)})$.",
    "\\frac{\\partial a^{(l)}}{\\partial a^{(l-1)}} = w^{(l)} (1 - (a^{(l)})^2)",
    "holds",
  ],
  [
    "$z^{(l)} = w^{(l)} a^{(l-1)} + b^{(l)}$ and $a^{(l)} = \\tanh(z^{(l)})$.",
    "\\frac{\\partial a^{(l)}}{\\partial a^{(l-1)}} = w^{(l-1)} (1 - (a^{(l)})^2)",
    "fails",
  ],
];

const ranges: readonly Row[] = [
  [
    "$C = \\sum_{j=0}^{n_L - 1} (a_j^{(L)} - y_j)^2$",
    "\\frac{\\partial C}{\\partial a_j^{(L)}} = 2 (a_j^{(L)} - y_j)",
    "holds",
  ],
  ["$S = \\sum_{j=0}^{K-1} x_j$", "\\frac{\\partial S}{\\partial x_j} = 1", "holds"],
  ["", "(1 - r) \\sum_{j=0}^{3} r^j = 1 - r^4", "holds"],
];

/** A display that begins with "=" goes on with the statement that it is like. */
const continued: readonly Row[] = [
  ["$$\\ell = -\\log\\sigma(z) - y, \\quad \\sigma(z) = \\frac{1}{1+e^{-z}}$$", "= -(\\log\\sigma(z) + y)", "holds"],
  ["$$\\ell = -\\log\\sigma(z) - y, \\quad \\sigma(z) = \\frac{1}{1+e^{-z}}$$", "= -(\\log\\sigma(z) - y)", "fails"],
  ["$$z = wx + b, \\quad a = \\frac{1}{1+e^{-z}}$$", "= \\frac{e^z}{1+e^z}", "holds"],
];

const layer = "$z = Wx + b$ with $W \\in \\mathbb{R}^{m \\times n}$, and $L = \\frac{1}{2}\\|z - t\\|^2$.";
const leastSquares = "$L(\\mathbf{w}) = \\|\\mathbf{y} - \\mathbf{X}\\mathbf{w}\\|^2$";
const regression = "$J(\\theta) = \\frac{1}{2m}\\sum_{i=1}^m (\\theta^T x^{(i)} - y^{(i)})^2$";
const shares = "$\\mathbf{p} = \\text{softmax}(\\mathbf{z})$";
const cell = "$\\mathbf{h}_t = \\tanh(\\mathbf{W}\\mathbf{h}_{t-1} + \\mathbf{U}\\mathbf{x}_t)$";

const vectors: readonly Row[] = [
  ["Let $A, B \\in \\mathbb{R}^{n \\times n}$.", "(AB)^T = B^T A^T", "holds"],
  ["Let $A, B \\in \\mathbb{R}^{n \\times n}$.", "(AB)^T = A^T B^T", "fails"],
  [
    "$W \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$, $y \\in \\mathbb{R}^m$",
    "(Wx)^T y = x^T W^T y",
    "holds",
  ],
  [
    "$W \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$, $y \\in \\mathbb{R}^m$",
    "(Wx)^T y = x^T W y",
    "not-checked shape",
  ],
  [layer, "\\frac{\\partial L}{\\partial W} = (z - t) x^T", "holds"],
  [layer, "\\frac{\\partial L}{\\partial W} = -(z - t) x^T", "fails"],
  [layer, "\\frac{\\partial L}{\\partial x} = W^T (z - t)", "holds"],
  [layer, "\\frac{\\partial L}{\\partial x} = W (z - t)", "not-checked shape"],
  [leastSquares, "\\nabla L(\\mathbf{w}) = -2\\mathbf{X}^\\top(\\mathbf{y} - \\mathbf{X}\\mathbf{w})", "holds"],
  [leastSquares, "\\nabla_{\\mathbf{w}} L = 2\\mathbf{X}^\\top(\\mathbf{y} - \\mathbf{X}\\mathbf{w})", "fails"],
  [
    regression,
    "\\frac{\\partial J}{\\partial \\theta_j} = \\frac{1}{m}\\sum_{i=1}^m (\\theta^T x^{(i)} - y^{(i)}) x_j^{(i)}",
    "holds",
  ],
  [
    regression,
    "\\frac{\\partial J}{\\partial \\theta_j} = \\frac{1}{m}\\sum_{i=1}^m (\\theta^T x^{(i)} + y^{(i)}) x_j^{(i)}",
    "fails",
  ],
  [regression, "\\nabla_\\theta J = \\frac{1}{m}\\sum_{i=1}^m (\\theta^T x^{(i)} - y^{(i)}) x^{(i)}", "holds"],
  [
    shares,
    "\\frac{\\partial \\mathbf{p}}{\\partial \\mathbf{z}} = \\text{diag}(\\mathbf{p}) - \\mathbf{p}\\mathbf{p}^\\top",
    "holds",
  ],
  [
    shares,
    "\\frac{\\partial \\mathbf{p}}{\\partial \\mathbf{z}} = \\text{diag}(\\mathbf{p}) + \\mathbf{p}\\mathbf{p}^\\top",
    "fails",
  ],
  [
    cell,
    "\\frac{\\partial \\mathbf{h}_t}{\\partial \\mathbf{h}_{t-1}} = \\text{diag}(1 - \\mathbf{h}_t^2) \\mathbf{W}",
    "holds",
  ],
  [
    cell,
    "\\frac{\\partial \\mathbf{h}_t}{\\partial \\mathbf{h}_{t-1}} = \\mathbf{W} \\text{diag}(1 - \\mathbf{h}_t^2)",
    "fails",
  ],
  ["$f(x,y) = x^2 y + y^3$", "\\nabla f = \\begin{bmatrix} 2xy \\\\ x^2 + 3y^2 \\end{bmatrix}", "holds"],
  ["$f(x,y) = x^2 y + y^3$", "\\nabla f = \\begin{bmatrix} 2xy \\\\ x^2 + 3y \\end{bmatrix}", "fails"],
  ["", "\\|\\vec a - \\vec b\\|^2 = \\|\\vec a\\|^2 - 2\\vec a \\cdot \\vec b + \\|\\vec b\\|^2", "holds"],
  ["", "\\mathbf{A}\\mathbf{B} = \\mathbf{B}\\mathbf{A}", "fails"],
];

const inequalities: readonly Row[] = [
  ["", "x^2 + y^2 \\ge 2xy", "holds"],
  ["", "e^x > 0", "holds"],
  ["", "\\log(1+e^x) \\ge x", "holds"],
  ["", "x^2 > 0", "not-checked equation"],
  ["A constraint:", "y (w x + b) \\ge 1", "not-checked equation"],
  ["", "(x+y)^2 = x^2 + 2xy + y^2 \\ge 4xy", "holds"],
  ["", "(x+y)^2 = x^2 + 2xy + y^2 \\ge 5xy", "fails"],
  ["", "x^2 = x \\cdot x > 0 \\cdot x", "fails"],
];

const names: readonly Row[] = [
  ["$e_{ij} = q_i^T k_j$ and $a_{ij} = \\frac{e^{e_{ij}}}{\\sum_l e^{e_{il}}}$", "\\sum_j a_{ij} = 1", "holds"],
  ["$e_i = y_i - x_i$", "e^{e_i} = \\frac{e^{y_i}}{e^{x_i}}", "holds"],
  ["", "P(A|B) P(B) = P(B|A) P(A)", "not-checked one-sided"],
];

const slopes: readonly Row[] = [
  ["$$z = wx + b$$", "\\frac{dz}{dw} = q", "not-checked equation"],
  ["$$z = wx + b$$\n\n$$\\frac{dz}{dw} = q$$", "\\frac{dz}{dw} q = x^2", "holds"],
  ["$$z = wx + b$$\n\n$$\\frac{dz}{dw} = q$$", "\\frac{dz}{dw} q = x", "fails"],
];

const environments: readonly Row[] = [
  ["", "\\begin{align} y &= x^2 + x \\\\ &= x(x+1) \\end{align}", "holds"],
  ["", "\\begin{align*} y &= x^2 + x \\\\ &= x(x+1) \\end{align}", "holds"],
  ["", "\\begin{align} y &= x^2 + x \\\\ &= x(x+1) \\end{aligne}", "not-checked unread"],
];

const words: readonly Row[] = [
  [
    "$p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ and $L = -\\sum_i y_i \\log p_i$ with one-hot $y$.",
    "\\frac{\\partial L}{\\partial z_k} = p_k - y_k",
    "holds",
  ],
  [
    "$p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ and $L = -\\sum_i y_i \\log p_i$, where $y_i$ is one-hot.",
    "\\frac{\\partial L}{\\partial z_k} = y_k - p_k",
    "fails",
  ],
  ["", "{d \\over dx} \\left( {x \\over 1+x} \\right) = {1 \\over (1+x)^2}", "holds"],
];

describe.each([
  ["inequalities", inequalities],
  ["names", names],
  ["slopes", slopes],
  ["environments", environments],
  ["words", words],
  ["continued", continued],
  ["vectors", vectors],
  ["probabilities", probabilities],
  ["recurrences", recurrences],
  ["ranges", ranges],
] as const)("%s", (_, rows) => {
  test.each(rows)("%s %s: %s", (before, step, verdict) => {
    expect(brief(lastVerdict(`${before}\n\n$$\n${step}\n$$\n`))).toBe(verdict);
  });
});
