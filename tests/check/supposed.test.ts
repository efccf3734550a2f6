import { describe, expect, test } from "vitest";
import { brief, lastVerdict } from "./lastVerdict";

/** What stands before the step, the step, and its verdict. */
type Row = readonly [before: string, step: string, verdict: string];

const loss = "-y \\log p - (1-y) \\log(1-p)";
const branches =
  "$$L = \\begin{cases} -\\log p & \\text{if } y = 1 \\\\ -\\log(1-p) & \\text{if } y = 0 \\end{cases}$$\n\nFor $y = 1$ we get";
const average = "$m_t = b m_{t-1} + (1-b) g_t$ with $m_0 = v_0 = 0$, $v_t = c v_{t-1} + (1-c) g_t^2$.";
const share = "$p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ and $L = -\\sum_i y_i \\log p_i$ subject to $\\sum_i y_i = 1$.";

const rows: readonly Row[] = [
  // A value that the sentence before gives.
  ["If $y = 1$, the loss is", `${loss} = -\\log p`, "holds-if where-defined"],
  ["When $y = 0$,", `${loss} = -\\log(1-p)`, "holds-if where-defined"],
  ["If $y = 1$, the loss is", `${loss} = -\\log(1-p)`, "fails"],
  ["", `${loss} = -\\log p`, "fails"],
  [branches, "\\frac{dL}{dp} = -\\frac1p", "holds"],
  [branches.replace("1$ we", "0$ we"), "\\frac{dL}{dp} = \\frac1{1-p}", "holds"],
  [branches, "\\frac{dL}{dp} = \\frac1{1-p}", "fails"],
  ["If $a = b$, then", "a^2 + b^2 = 2ab", "holds"],
  ["If $a = b$, then", "a^2 + b^2 = ab", "fails"],
  // It holds up to the next prose.
  ["If $a = b$, fine.\n\nIn general", "a^2 + b^2 = 2ab", "holds-if supposed"],
  // Suppositions of the whole text.
  [`${average} If the gradient is constant, $g_t = g$,`, "m_t = (1 - b^t) g", "holds-if supposed"],
  [`${average} Suppose the gradient is constant: $g_t = g$. Then`, "v_t = (1 - c^t) g^2", "holds-if supposed"],
  [`${average} Suppose the gradient is constant: $g_t = g$. Then`, "v_t = (1 - c^{t-1}) g^2", "fails"],
  [
    "$\\mathbf{S} \\in \\mathbb{R}^{n \\times n}$. Setting the gradient to zero gives $\\mathbf{S}\\mathbf{u} = \\lambda \\mathbf{u}$, so",
    "\\mathbf{u}^T \\mathbf{S} \\mathbf{u} = \\lambda \\mathbf{u}^T \\mathbf{u}",
    "holds-if supposed",
  ],
  // A constraint does not tie the variables of a derivative to each other.
  [share, "\\frac{\\partial L}{\\partial y_i} = -\\log p_i", "holds"],
  [share, "\\frac{\\partial L}{\\partial z_i} = p_i - y_i", "holds"],
  [
    "$H = -\\sum_i p_i \\log p_i$ with $\\sum_i p_i = 1$.",
    "\\frac{\\partial H}{\\partial p_i} = -\\log p_i - 1",
    "holds",
  ],
  [
    "$H = -\\sum_i p_i \\log p_i$ with $\\sum_i p_i = 1$.",
    "\\frac{\\partial H}{\\partial p_i} = -\\log p_i + 1",
    "fails",
  ],
  // Words in a column of their own.
  ["$J = \\frac{1}{2} (a - y)^2$.", "\\frac{\\partial J}{\\partial a} &= a - y && \\text{definition of } J", "holds"],
  // A name after its function: what is said of it is a claim.
  ["$$L(y, p) = -y \\log p$$", "L = -\\log p^y", "holds"],
  ["$$L(y, p) = -y \\log p$$", "L = \\log p^y", "fails"],
  // i = 1, …, n defines no i.
  [
    "For $l = 1, \\ldots, n$ let $a_l = \\tanh(w_l a_{l-1})$.",
    "\\frac{\\partial a_l}{\\partial w_l} = a_l (1 - a_l^2)",
    "fails",
  ],
  [
    "For $l = 1, \\ldots, n$ let $a_l = \\tanh(w_l a_{l-1})$.",
    "\\frac{\\partial a_l}{\\partial w_l} = a_{l-1} (1 - a_l^2)",
    "holds",
  ],
  // π is a parameter where something is differentiated by it.
  [
    "$q = r \\log \\pi + (1-r) \\log(1-\\pi)$",
    "\\frac{\\partial q}{\\partial \\pi} = \\frac{r}{\\pi} - \\frac{1-r}{1-\\pi}",
    "holds",
  ],
  [
    "We have $\\sigma' = \\sigma(1-\\sigma)$ for the sigmoid $\\sigma$.",
    "\\sigma'(z) = \\sigma(z) (1 - \\sigma(z))",
    "holds",
  ],
  ["Take σ the logistic function.", "1 - \\sigma(x) = \\sigma(-x)", "holds"],
];

describe("what the text supposes", () => {
  test.each(rows)("%s %s: %s", (before, step, verdict) => {
    expect(brief(lastVerdict(`${before}\n\n$$\n\\begin{aligned}\n${step}\n\\end{aligned}\n$$\n`))).toBe(verdict);
  });
});
