import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasonWords } from "../../src/check/describeVerdict";
import { display, lastVerdict } from "./lastVerdict";

const softmax = "Let $p_i = \\frac{e^{z_i}}{\\sum_k e^{z_k}}$.";
const sigmoid = "Let $\\sigma(x) = \\frac{1}{1+e^{-x}}$.";

function judged(tex: string, before = "") {
  return lastVerdict(`${before}\n\n${display(tex)}\n`);
}

describe("what holds", () => {
  it.each([
    ["", "(x+1)^2 = x^2 + 2x + 1"],
    ["", "\\frac{d}{dx} \\ln(1+e^x) = \\frac{1}{1+e^{-x}}"],
    ["", "\\frac{d}{dx} f(g(x)) = f'(g(x)) g'(x)"],
    ["", "\\frac{d}{dx}\\left(\\frac{u}{v}\\right) = \\frac{u'v - uv'}{v^2}"],
    ["", "(uv)' = u'v + uv'"],
    ["", "\\frac{dy}{dx} = \\frac{dy}{du}\\frac{du}{dx}"],
    [
      "",
      "\\frac{\\partial z}{\\partial t} = \\frac{\\partial z}{\\partial x}\\frac{\\partial x}{\\partial t} + \\frac{\\partial z}{\\partial y}\\frac{\\partial y}{\\partial t}",
    ],
    [softmax, "\\frac{\\partial p_i}{\\partial z_j} = p_i(\\delta_{ij} - p_j)"],
    [softmax, "\\sum_i p_i = 1"],
    [sigmoid, "\\sigma'(x) = \\sigma(x)(1-\\sigma(x))"],
    [sigmoid, "1 - \\sigma(x) = \\sigma(-x)"],
    ["Let $\\sigma > 0$.", "\\log \\frac{1}{\\sigma^2} = -2\\log\\sigma"],
    [
      "Let $\\bar{x} = \\frac1n\\sum_{i=1}^n x_i$.",
      "\\sum_{i=1}^n (x_i - \\bar x)^2 = \\sum_{i=1}^n x_i^2 - n\\bar{x}^2",
    ],
    ["", "-\\log(0.245) = 1.406"],
    ["", "\\nabla_w \\frac{1}{2} w^2 = w"],
  ])("%s %s", (before, tex) => {
    expect(judged(tex, before).kind).toBe("holds");
  });
});

describe("what fails", () => {
  it.each([
    ["", "(x+1)^2 = x^2 + 1"],
    ["", "\\frac{d}{dx} f(g(x)) = f'(x) g'(x)"],
    [softmax, "\\frac{\\partial p_i}{\\partial z_j} = p_i(1 - p_j)"],
    [sigmoid, "\\sigma'(x) = \\sigma(x)(1+\\sigma(x))"],
    [sigmoid, "\\sigma'(0.4) = 0.24 + 0 x"],
    ["", "\\ln(1 + e^{x+200}) = x + 200"],
    ["", "-\\log(0.245) = 1.407"],
    ["", "x + 10^{-20} = x"],
    ["", "|x + 200| = x + 200"],
  ])("%s %s", (before, tex) => {
    expect(judged(tex, before).kind).toBe("fails");
  });

  it("shows a point of small numbers where the sides differ", () => {
    const verdict = judged("(x+y)^2 = x^2 + y^2");
    if (verdict.kind !== "fails") throw new Error(verdict.kind);
    const { x = 0, y = 0 } = verdict.counterexample.inputs;
    expect(verdict.counterexample.left).toBeCloseTo((x + y) ** 2, 12);
    expect(verdict.counterexample.right).toBeCloseTo(x ** 2 + y ** 2, 12);
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
  });
});

describe("what holds on a condition", () => {
  it.each([
    ["", "a_i \\sum_k y_k - y_i = a_i - y_i", "sum-is-one"],
    ["", "\\sqrt{x^2} = x", "positive"],
    ["Let $y \\in \\{0, 1\\}$.", "y^2 = y", "one-of"],
    ["", "\\ln(ab) = \\ln a + \\ln b", "where-defined"],
    ["", "1 - \\sigma(z) = \\sigma(-z)", "logistic"],
  ])("%s %s if %s", (before, tex, code) => {
    const verdict = judged(tex, before);
    expect(verdict).toMatchObject({ kind: "holds-if", condition: { code } });
  });
});

describe("what is not checked says why", () => {
  it.each([
    ["Let $L = x^2$.", "\\frac{\\partial L}{\\partial q} = \\frac{\\partial L}{\\partial q} \\frac{dq}{dq}", "vacuous"],
    ["Let $L = x^2$.", "\\frac{\\partial L}{\\partial q} = x", "unconnected"],
    ["", "\\frac{x}{2} + h(x) = x", "one-sided"],
    ["", "\\int_0^1 x \\, dx = \\frac{1}{2}", "unread"],
    ["", "\\sum_{i=1}^{5000} i x = x", "too-many-terms"],
  ])("%s %s: %s", (before, tex, code) => {
    const verdict = judged(tex, before);
    if (verdict.kind !== "not-checked") throw new Error(verdict.kind);
    expect(verdict.reason.code).toBe(code);
    expect(reasonWords(verdict.reason)).toMatch(/^\S.*\.$/u);
  });
});

describe("a slip is named only where one change explains it", () => {
  it.each([
    [sigmoid, "\\sigma'(x) = -\\sigma(x)(1-\\sigma(x))", "lost-minus"],
    [softmax, "\\sum_i z_i p_i + z_k = \\sum_i z_i p_i + z_j", "wrong-index"],
    ["", "\\frac{a}{b} = \\frac{b}{a}", "swapped-fraction"],
  ])("%s %s", (before, tex, code) => {
    const verdict = judged(tex, before);
    if (verdict.kind !== "fails") throw new Error(verdict.kind);
    expect(verdict.slip?.code).toBe(code);
  });

  it("is silent about what no small change mends", () => {
    const verdict = judged("\\sin(x) + x^5 = \\cos(3x) - e^{x}");
    expect(verdict).toMatchObject({ kind: "fails", slip: null });
  });
});

describe("laws", () => {
  it("gives the same verdict, bit for bit, for the same seed", () => {
    const text = `${softmax}\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i(1 - p_j)$$\n`;
    expect(lastVerdict(text, { seed: 7 })).toEqual(lastVerdict(text, { seed: 7 }));
  });

  it("sees a constant added, down to 1e-20", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (places) => {
        expect(judged(`\\frac{1}{1+e^{-x}} = \\frac{e^x}{1+e^x} + 10^{-${places}}`).kind).toBe("fails");
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  it("does not mind the order of terms", () => {
    const terms = ["x^2", "3xy", "\\sin(y)", "\\frac{1}{1+e^{-x}}"];
    fc.assert(
      fc.property(fc.shuffledSubarray(terms, { minLength: 2 }), (shuffled) => {
        expect(judged(`${shuffled.join(" + ")} = ${shuffled.toReversed().join(" + ")}`).kind).toBe("holds");
      }),
      { seed: 5, numRuns: 20 },
    );
  });
});
