import { describe, expect, test } from "vitest";
import { brief, lastVerdict } from "./lastVerdict";

/** What stands before the step, the step, and its verdict. */
type Row = readonly [before: string, step: string, verdict: string];

const average = "$m_t = \\beta m_{t-1} + (1-\\beta) g_t$";
const gate = "$h_t = (1 - z_t) h_{t-1} + z_t c_t$ with $z_t = \\sigma(w x_t + u h_{t-1})$.";
const cell = "$h_t = \\tanh(a_t)$ with $a_t = w h_{t-1} + u x_t$. For $k < t$";
const descent = "$f(x) = \\frac12 a x^2 - b x$ with its minimum at $x^* = b/a$, and $x_{k+1} = x_k - \\eta f'(x_k)$.";
const layers = "$z^l_j = \\sum_k w^l_{jk} a^{l-1}_k + b^l_j$ and $a^l_j = \\sigma(z^l_j)$";

const mean = "$\\mu_n = \\frac{1}{n} \\sum_{i=1}^n x_i$";
const error = `${layers}, and the error is $\\delta^l_j = \\frac{\\partial C}{\\partial z^l_j}$.`;
const network =
  "$z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}$, $a^{[l]} = g(z^{[l]})$ and $\\delta^{[l]} = \\frac{\\partial J}{\\partial z^{[l]}}$.";

const rows: readonly Row[] = [
  // The last layer has a next one too.
  [layers, "\\frac{\\partial z^{l+1}_k}{\\partial z^l_j} = w^{l+1}_{kj} \\sigma'(z^l_j)", "holds"],
  [layers, "\\frac{\\partial z^{l+1}_k}{\\partial z^l_j} = w^{l+1}_{jk} \\sigma'(z^l_j)", "fails"],
  // A loss without a formula is one of the last layer.
  [error, "\\delta^l_j = \\sum_k w^{l+1}_{kj} \\delta^{l+1}_k \\sigma'(z^l_j)", "holds"],
  [error, "\\delta^l_j = \\sum_k w^{l+1}_{jk} \\delta^{l+1}_k \\sigma'(z^l_j)", "fails"],
  [error, "\\frac{\\partial C}{\\partial w^l_{jk}} = a^{l-1}_k \\delta^l_j", "holds"],
  [error, "\\frac{\\partial C}{\\partial w^l_{jk}} = a^l_k \\delta^l_j", "not-checked taken-as-given"],
  [network, "\\delta^{[l]} = (W^{[l+1]})^T \\delta^{[l+1]} \\odot g'(z^{[l]})", "holds"],
  [network, "\\delta^{[l]} = (W^{[l+1]})^T \\delta^{[l+1]} \\odot g(z^{[l]})", "fails"],
  // Of time it may be one of each.
  [
    "$h_t = \\tanh(w h_{t-1} + u x_t)$.",
    "\\frac{\\partial E}{\\partial h_t} = \\frac{\\partial E}{\\partial h_{t+1}} \\frac{\\partial h_{t+1}}{\\partial h_t}",
    "not-checked open-over-time",
  ],
  // m_{t-2} is tied to m_t from t = 2 on.
  [average, "m_t = \\beta^2 m_{t-2} + (1-\\beta)(g_t + \\beta g_{t-1})", "holds"],
  [average, "m_t = \\beta^2 m_{t-2} + (1-\\beta)(g_t + g_{t-1})", "fails"],
  // A free start, and one that the text gives.
  [average, "m_t = (1-\\beta) \\sum_{i=1}^t \\beta^{t-i} g_i", "holds-if starts-at-zero"],
  [`${average} with $m_0 = 0$.`, "m_t = (1-\\beta) \\sum_{i=1}^t \\beta^{t-i} g_i", "holds"],
  [`${average} with $m_0 = 1$.`, "m_t = (1-\\beta) \\sum_{i=1}^t \\beta^{t-i} g_i", "fails"],
  [`${average} with $m_0 = 0$.`, "m_t = (1-\\beta) \\sum_{i=1}^t \\beta^{i} g_i", "fails"],
  // A member by its number is what the recurrence gives.
  [`${average} with $m_0 = 0$.`, "m_2 = \\beta (1-\\beta) g_1 + (1-\\beta) g_2", "holds"],
  [`${average} with $m_0 = 0$.`, "m_2 = \\beta g_1 + (1-\\beta) g_2", "fails"],
  // The derivative of one step of time.
  [gate, "\\frac{\\partial h_t}{\\partial z_t} = c_t - h_{t-1}", "holds"],
  [
    gate,
    "\\frac{\\partial h_t}{\\partial w} = \\frac{\\partial h_t}{\\partial z_t} \\frac{\\partial z_t}{\\partial w}",
    "holds-if held-members",
  ],
  [gate, "\\frac{\\partial h_t}{\\partial w} = (c_t - h_{t-1}) z_t (1 - z_t) x_t", "holds-if and"],
  [gate, "\\frac{\\partial h_t}{\\partial w} = (h_{t-1} - c_t) z_t (1 - z_t) x_t", "fails"],
  // Many steps of time.
  [cell, "\\frac{\\partial h_t}{\\partial h_k} = \\prod_{j=k+1}^t \\frac{\\partial h_j}{\\partial h_{j-1}}", "holds"],
  [cell, "\\prod_{j=k+1}^t w (1 - h_j^2) = w^{t-k} \\prod_{j=k+1}^t (1 - h_j^2)", "holds"],
  [cell, "\\prod_{j=k+1}^t w (1 - h_j^2) = w^{t-k+1} \\prod_{j=k+1}^t (1 - h_j^2)", "fails"],
  // A start at zero under which nothing is left explains nothing.
  ["$a_l = \\tanh(w_l a_{l-1})$", "\\frac{\\partial a_l}{\\partial w_l} = a_l (1 - a_l^2)", "fails"],
  // A mean of the first n; there is none of the first 0.
  [mean, "\\mu_n = \\mu_{n-1} + \\frac{x_n - \\mu_{n-1}}{n}", "holds-if where-defined"],
  [mean, "\\mu_n = \\mu_{n-1} + \\frac{x_n - \\mu_{n-1}}{n-1}", "fails"],
  // An update defines the next member by those before it.
  [descent, "x_{k+1} - x^* = (1 - \\eta a)(x_k - x^*)", "holds"],
  [descent, "x_{k+1} - x^* = (1 + \\eta a)(x_k - x^*)", "fails"],
  [`${descent} With momentum`, "x_{k+1} = x_k - \\eta f'(x_k) + \\beta(x_k - x_{k-1})", "not-checked equation"],
  [descent, "f(x^*) = -\\frac{b^2}{2a}", "holds"],
  [descent, "f(x^*) = -\\frac{b^2}{a}", "fails"],
];

describe("recurrences", () => {
  test.each(rows)("%s %s: %s", (before, step, verdict) => {
    expect(brief(lastVerdict(`${before}\n\n$$\n${step}\n$$\n`))).toBe(verdict);
  });
});
