import { describe, expect, test } from "vitest";
import { brief, lastVerdict } from "./lastVerdict";

/** A step, the prose around it, and its verdict. */
type Row = readonly [step: string, prose: string, verdict: string];

const half = "\\tanh(x) = 2\\sigma(2x) - 1";
const slope = "\\phi'(t) = -t \\phi(t)";

const rows: readonly Row[] = [
  [half, "where $\\sigma$ is the logistic function.", "holds"],
  [half, "Let $\\sigma$ denote the logistic sigmoid.", "holds"],
  [half, "Here $\\sigma(\\cdot)$ is the sigmoid activation function, applied elementwise.", "holds"],
  [half, "with the sigmoid $\\sigma$.", "holds"],
  [half, "", "holds-if logistic"],
  [half, "where $\\sigma$ is the derivative of the logistic function.", "holds-if logistic"],
  ["\\tanh(x) = 2\\sigma(x) - 1", "where $\\sigma$ is the logistic function.", "fails"],
  [
    "\\tanh(x) = 2\\sigma(x) - 1",
    "where $\\sigma$ is the logistic function, $\\sigma(x) = \\frac{1}{1+e^{-2x}}$.",
    "holds",
  ],
  [slope, "where $\\phi$ is the standard normal density.", "holds"],
  [
    slope,
    "Here $\\Phi$ is the standard normal CDF and $\\phi$ the standard normal density, so $\\Phi' = \\phi$.",
    "holds",
  ],
  ["\\phi'(t) = t \\phi(t)", "where $\\phi$ is the standard normal density.", "fails"],
  // A logarithm of σ is undefined half of the time where nobody says what σ is.
  ["\\log\\sigma(x) + \\log(1 - \\sigma(x)) = x - 2\\log(1 + e^x)", "", "holds-if logistic"],
  ["\\frac{d}{dx} x \\Phi(x) = \\Phi(x) + x \\phi(x)", "", "holds-if normal"],
  ["\\frac{d}{dx} x \\Phi(x) = \\Phi(x) - x \\phi(x)", "", "not-checked one-sided"],
  [
    "\\Phi(x) = \\frac12 (1 + \\operatorname{erf}(\\frac{x}{\\sqrt2})) = 1 - \\Phi(-x)",
    "where $\\Phi$ is the cumulative distribution function of the standard normal distribution.",
    "holds",
  ],
];

describe("a function that prose names", () => {
  test.each(rows)("%s %s: %s", (step, prose, verdict) => {
    expect(brief(lastVerdict(`${prose}\n\n$$\n${step}\n$$\n`))).toBe(verdict);
  });
});
