import { describe, expect, test } from "vitest";
import { brief, lastVerdict } from "./lastVerdict";

/** What stands before the step, the step, and its verdict. */
type Row = readonly [before: string, step: string, verdict: string];

const classes = "$p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ and $L = -\\log p_c$, with $z_i = \\sum_j W_{ij} x_j$.";
const samples =
  "$\\sigma(x) = \\frac{1}{1+e^{-x}}$, $J = -\\log\\sigma(u_o^T v) - \\sum_{k=1}^K \\log\\sigma(-u_k^T v)$";
const cell = "$i = \\tanh(a_i)$, $f = \\tanh(a_f)$, $c = f c_{prev} + i g$, $h = o \\tanh(c)$ with $o = \\tanh(a_o)$";
const row = "$m = \\frac{1}{D} \\sum_i x_i$, $v = \\frac{1}{D} \\sum_i (x_i - m)^2$ and $h_i = (x_i - m) v^{-1/2}$.";
const slope = "\\frac{\\partial h_i}{\\partial x_k} = v^{-1/2} ( \\delta_{ik} - \\frac{1 + h_i h_k}{D} )";
const policy = "$\\pi(a) = \\frac{e^{\\theta_a}}{\\sum_b e^{\\theta_b}}$ and $J = \\sum_a \\pi(a) r_a$.";
const matrix = "$y_i = \\sum_j A_{ij} x_j$";
const gates = "Gates $g_i = \\frac{e^{u_i}}{\\sum_j e^{u_j}}$ mix $y = \\sum_i g_i f_i$.";
const variance = "$P(K) = (1-K)^2 P_0 + K^2 R$";
const gaussian =
  "$$\\log L(\\mu, \\sigma^2) = -\\frac{N}{2} \\log \\sigma^2 - \\frac{1}{2\\sigma^2} \\sum_{n=1}^N (x_n - \\mu)^2$$";

const rows: readonly Row[] = [
  // The true class c stands in no side.
  [
    classes,
    "\\frac{\\partial L}{\\partial W_{ij}} = \\frac{\\partial L}{\\partial z_i} \\frac{\\partial z_i}{\\partial W_{ij}}",
    "holds",
  ],
  [classes, "\\frac{\\partial^2 L}{\\partial z_i \\partial z_j} = p_i (\\delta_{ij} - p_j)", "holds"],
  [classes, "\\frac{\\partial^2 L}{\\partial z_i \\partial z_j} = p_i (1 - p_j)", "fails"],
  [classes, "\\frac{\\partial L}{\\partial z_i} = p_i", "fails"],
  // A positive sample may be one of the negative ones.
  [samples, "\\frac{\\partial J}{\\partial u_o} = (\\sigma(u_o^T v) - 1) v", "holds-if apart"],
  [samples, "\\frac{\\partial J}{\\partial u_k} = \\sigma(u_k^T v) v", "holds-if apart"],
  [samples, "\\frac{\\partial J}{\\partial u_o} = \\sigma(u_o^T v) v", "fails"],
  [
    samples,
    "\\frac{\\partial J}{\\partial v} = (\\sigma(u_o^T v) - 1) u_o + \\sum_{k=1}^K \\sigma(u_k^T v) u_k",
    "holds",
  ],
  // Gates: the letters below name them.
  [cell, "\\frac{\\partial h}{\\partial c} = o (1 - \\tanh^2(c))", "holds"],
  [cell, "\\frac{\\partial c}{\\partial a_f} = c_{prev} (1 - f^2)", "holds"],
  [cell, "\\frac{\\partial c}{\\partial a_f} = c_{prev} (1 - i^2)", "fails"],
  // How many there are.
  [row, slope, "holds-if counts"],
  [`For $x_1, \\dots, x_D$ let ${row}`, slope, "holds"],
  [`For $x_1, x_2, \\ldots, x_D$ let ${row}`, slope.replace("1 +", "1 -"), "fails"],
  [row, "\\frac{1}{D} \\sum_i h_i = 0", "holds-if counts"],
  [`For $x_1, \\dots, x_D$ let ${row}`, "\\frac{1}{D} \\sum_i h_i^2 = 1", "holds"],
  // A likelihood by its logarithm, a variance as one symbol.
  [gaussian, "\\frac{\\partial \\log L}{\\partial \\mu} = \\frac{1}{\\sigma^2} \\sum_{n=1}^N (x_n - \\mu)", "holds"],
  [gaussian, "\\frac{\\partial \\log L}{\\partial \\mu} = \\frac{1}{\\sigma} \\sum_{n=1}^N (x_n - \\mu)", "fails"],
  [
    gaussian,
    "\\frac{\\partial \\log L}{\\partial \\sigma^2} = -\\frac{N}{2\\sigma^2} + \\frac{1}{2\\sigma^4} \\sum_{n=1}^N (x_n - \\mu)^2",
    "holds",
  ],
  [gaussian, "\\log L(\\mu, s^2) = -\\frac{N}{2} \\log s^2", "not-checked unsupported"],
  // A pair of two: what is said of i ≠ j is no slip of a sum.
  [
    "$C = \\log(1 + e^{s_j - s_i})$",
    "\\frac{\\partial C}{\\partial s_i} = -\\frac{1}{1 + e^{s_i - s_j}}",
    "holds-if distinct",
  ],
  ["$C = \\log(1 + e^{s_j - s_i})$", "\\frac{\\partial C}{\\partial s_i} = \\frac{1}{1 + e^{s_i - s_j}}", "fails"],
  [
    "$C = \\log(1 + e^{-\\sigma(s_i - s_j)})$ where $\\sigma$ is a scalar parameter.",
    "\\frac{\\partial C}{\\partial s_i} = -\\frac{\\sigma}{1 + e^{\\sigma(s_i - s_j)}}",
    "holds-if distinct",
  ],
  // Kronecker's δ and entries, whatever their letters are.
  [matrix, "\\frac{\\partial y_i}{\\partial A_{kl}} = \\delta_{ik} x_l", "holds"],
  [matrix, "\\frac{\\partial y_i}{\\partial A_{kl}} = \\delta_{il} x_k", "fails"],
  [matrix, "\\frac{\\partial}{\\partial x_w} x_v = \\delta_{wv}", "holds"],
  [gates, "\\frac{\\partial y}{\\partial u_i} = g_i (f_i - y)", "holds"],
  [gates, "\\frac{\\partial y}{\\partial u_i} = g_i (y - f_i)", "fails"],
  // The number P_0 is not the function P, and log π is about π.
  [variance, "P'(K) = -2(1-K) P_0 + 2KR", "holds"],
  [variance, "P'(K) = 2(1-K) P_0 + 2KR", "fails"],
  [
    "$\\log \\pi(a) = -\\frac{(a-\\mu)^2}{2\\sigma^2} - \\log\\sigma$",
    "\\frac{\\partial \\log \\pi(a)}{\\partial \\mu} = \\frac{a-\\mu}{\\sigma^2}",
    "holds-if where-defined",
  ],
  // A function of an index is a family; π_θ is a function of θ too.
  [policy, "\\sum_a \\pi(a) = 1", "holds"],
  [policy, "\\frac{\\partial \\log \\pi(a)}{\\partial \\theta_b} = \\mathbb{1}[a = b] - \\pi(b)", "holds"],
  [policy, "\\frac{\\partial \\log \\pi(a)}{\\partial \\theta_b} = \\mathbb{1}[a = b] - \\pi(a)", "fails"],
  [policy, "\\frac{\\partial J}{\\partial \\theta_b} = \\pi(b) (r_b - J)", "holds"],
  [policy, "\\frac{\\partial J}{\\partial \\theta_b} = \\pi(b) (J - r_b)", "fails"],
  ["", "\\nabla_\\theta \\log \\pi_\\theta(a) = \\frac{\\nabla_\\theta \\pi_\\theta(a)}{\\pi_\\theta(a)}", "holds"],
  ["", "\\nabla_\\theta \\log p_\\theta(x) = \\nabla_\\theta p_\\theta(x)", "fails"],
  ["", "\\nabla_\\theta J(\\theta) = 2 \\theta", "not-checked taken-as-given"],
  // All pairs.
  ["", "\\sum_{i<j} (x_i - x_j)^2 = n \\sum_{i=1}^n x_i^2 - (\\sum_{i=1}^n x_i)^2", "holds"],
  ["", "\\sum_{i<j} (x_i - x_j)^2 = \\sum_{i=1}^n x_i^2 - (\\sum_{i=1}^n x_i)^2", "fails"],
  ["$S_j = \\sum_{i<j} x_i$", "S_{j+1} = S_j + x_j", "holds"],
  // A divergence, whose name is a function's.
  [
    "$p_i$, $q_i$ with $D(p \\| q) = \\sum_i p_i \\log\\frac{p_i}{q_i}$.",
    "D(p \\| q) = \\sum_i p_i \\log p_i - \\sum_i p_i \\log q_i",
    "holds-if where-defined",
  ],
  ["$f = (w^T x)^2$", "\\frac{\\partial^2 f}{\\partial w \\partial w^T} = 2 x x^T", "holds"],
  ["$f = (w^T x)^2$", "\\frac{\\partial^2 f}{\\partial w \\partial w^T} = x x^T", "fails"],
];

describe("letters", () => {
  test.each(rows)("%s %s: %s", (before, step, verdict) => {
    expect(brief(lastVerdict(`${before}\n\n$$\n${step}\n$$\n`))).toBe(verdict);
  });
});

test("what follows from an equation that is an identity is judged", () => {
  const text = ["$x_1, \\dots, x_n$, $m = \\frac1n \\sum_i x_i$.", "\\sum_i (x_i - m) = 0", "\\sum_i 2 (x_i - m) = 1"];
  const [before = "", ...displays] = text;
  expect(brief(lastVerdict([before, ...displays.map((tex) => `$$${tex}$$`)].join("\n\n")))).toBe("fails");
});
