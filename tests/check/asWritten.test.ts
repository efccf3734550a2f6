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

describe.each([
  ["continued", continued],
  ["probabilities", probabilities],
  ["recurrences", recurrences],
  ["ranges", ranges],
] as const)("%s", (_, rows) => {
  test.each(rows)("%s %s: %s", (before, step, verdict) => {
    expect(brief(lastVerdict(`${before}\n\n$$\n${step}\n$$\n`))).toBe(verdict);
  });
});
