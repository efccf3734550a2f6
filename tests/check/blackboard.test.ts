import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brief, judgeStep } from "./lastVerdict";

const logistic = "\\sigma(x) = \\frac{1}{1+e^{-x}}";
const softmax = "p_i = \\frac{e^{z_i}}{\\sum_k e^{z_k}}";
const neuron = [logistic, "a = \\sigma(z)", "z = w x + b", "L = -y \\log a - (1-y)\\log(1-a)"];

/** left = right, the verdict, and what is defined before. */
type Row = readonly [step: string, verdict: string, definitions?: readonly string[]];

const algebra: readonly Row[] = [
  ["(a+b)^2 = a^2 + 2ab + b^2", "holds"],
  ["(a+b)^2 = a^2 + b^2", "fails"],
  ["\\frac{a}{b} + \\frac{c}{d} = \\frac{ad+bc}{bd}", "holds"],
  ["\\frac{a+b}{c} = a + \\frac{b}{c}", "fails"],
  ["\\log(e^x) = x", "holds"],
  ["e^{a+b} = e^a e^b", "holds"],
  ["e^{a+b} = e^a + e^b", "fails"],
  ["\\sqrt{x^2} = |x|", "holds"],
  ["\\sin^2 x + \\cos^2 x = 1", "holds"],
  ["\\max(a,b) = \\frac{a+b+|a-b|}{2}", "holds"],
  ["|x + 3| = x + 3", "fails"],
  ["\\max(x, -2) = x", "fails"],
  ["2 + 2 = 4", "holds"],
  ["2 + 2 = 5", "fails"],
  ["\\mathbf{x}^T \\mathbf{y} = \\mathbf{y}^T \\mathbf{x}", "holds"],
  ["\\mathbf{x}^T \\mathbf{y} = \\sum_i x_i y_i", "holds"],
];

const factorials: readonly Row[] = [
  ["5! = 120", "holds"],
  ["3! = 6.", "holds"],
  ["0! = 1", "holds"],
  ["3! = 3", "fails"],
  ["\\frac{5!}{3!\\,2!} = 10", "holds"],
  ["\\prod_{i=1}^n i = n!", "holds"],
  ["\\ln n! = \\sum_{k=1}^n \\ln k", "holds"],
  ["\\frac{(n+1)!}{n!} = n + 1", "holds"],
  ["\\frac{(n+1)!}{n!} = n", "fails"],
  ["n! = m!", "fails"],
  // True of n = 3 alone.
  ["n! = 2n", "fails"],
  ["\\sum_{i=1}^n i = 2n", "fails"],
  ["\\sum_{i=1}^n i = \\frac{n(n+1)}{2}", "holds"],
  ["f(4) = 24", "holds", ["f(n) = n!"]],
  ["f(4) = 6", "fails", ["f(n) = n!"]],
  ["f(4) = 10", "holds", ["f(n) = \\sum_{i=1}^n i"]],
  ["x! = x (x-1)!", "not-checked index-not-a-number"],
  ["\\frac{dy}{dx} = 2x", "holds", ["y = x^2", "x! = x (x-1)!"]],
  ["\\frac{d}{dn} n^2 = 2n", "holds", ["y = \\sum_{n=0}^4 \\frac{x^n}{n!}"]],
  ["2.5! = 2", "not-checked index-not-a-number"],
  ["n!! = n", "not-checked unread"],
];

const calculus: readonly Row[] = [
  ["\\frac{d}{dx} x^3 = 3x^2", "holds"],
  ["\\frac{d}{dx} x^3 = 3x^3", "fails"],
  ["\\frac{d}{dx} e^{x^2} = 2x e^{x^2}", "holds"],
  ["\\frac{\\partial}{\\partial x} x^2 y = 2xy", "holds"],
  ["\\frac{d^2}{dx^2} \\sin x = -\\sin x", "holds"],
  ["\\frac{d}{dx} \\log x = \\frac1x", "holds"],
  ["\\frac{d}{dx} f(g(x)) = f'(g(x)) g'(x)", "holds"],
  ["\\frac{d}{dx} f(g(x)) = f'(x) g'(x)", "fails"],
  ["\\frac{d}{dx} f(g(x)) = f'(g(x))", "fails"],
  ["(uv)' = u'v + uv'", "holds"],
  ["(uv)' = u'v'", "fails"],
  ["\\left(\\frac{u}{v}\\right)' = \\frac{u'v - uv'}{v^2}", "holds"],
  ["\\frac{dL}{dw} = \\frac{dL}{da}\\frac{da}{dz}\\frac{dz}{dw}", "holds", neuron],
  ["\\frac{dL}{dw} = (a-y)x", "holds", neuron],
  ["\\frac{dL}{dw} = (y-a)x", "fails", neuron],
  ["\\frac{dL}{db} = a - y", "holds", neuron],
  ["\\sigma'(x) = \\sigma(x)(1-\\sigma(x))", "holds", [logistic]],
  ["\\sigma'(x) = \\sigma(x)\\sigma(-x)", "holds", [logistic]],
  ["\\sigma'(x) = \\frac{e^{-x}}{(1+e^{-x})^2}", "holds", [logistic]],
  ["\\sigma'(x) = \\sigma(x)(1+\\sigma(x))", "fails", [logistic]],
];

const indexed: readonly Row[] = [
  ["\\frac{\\partial p_i}{\\partial z_i} = p_i(1-p_i)", "holds", [softmax]],
  ["\\frac{\\partial p_i}{\\partial z_j} = p_i(\\delta_{ij} - p_j)", "holds", [softmax]],
  ["\\frac{\\partial p_i}{\\partial z_j} = p_i(\\delta_{ij} - p_i)", "fails", [softmax]],
  ["\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j", "fails", [softmax]],
  ["\\sum_i p_i = 1", "holds", [softmax]],
  ["x_i + 1 = x_j + 1", "fails"],
];

const conditional: readonly Row[] = [
  ["a_i \\sum_k y_k - y_i = a_i - y_i", "holds-if sum-is-one"],
  ["\\sqrt{x^2} = x", "holds-if positive"],
  ["\\log(ab) = \\log a + \\log b", "holds-if where-defined"],
  [
    "\\frac{d f}{d x} = \\frac{\\partial f}{\\partial x} + \\frac{\\partial f}{\\partial y}\\frac{d y}{d x}",
    "holds-if strict-partial",
    ["f = x^2 y", "y = \\sin x"],
  ],
];

const figures: readonly Row[] = [
  ["-\\log(0.245) = 1.406", "holds"],
  ["-\\log(0.245) = 1.407", "fails"],
  ["\\frac13 \\approx 0.33", "holds"],
  ["\\frac13 \\approx 0.34", "fails"],
];

const unchecked: readonly Row[] = [
  ["e^{i\\pi} = -1", "not-checked imaginary-unit"],
  ["e^{i\\theta} = \\cos\\theta + i\\sin\\theta", "not-checked imaginary-unit"],
  ["i^2 = -1", "not-checked imaginary-unit"],
  ["\\sin x \\approx x", "not-checked equation"],
  ["a \\propto 2a", "not-checked equation"],
  ["\\int x dx = x", "not-checked unread"],
  ["\\sqrt{-1-x^2} = 1", "not-checked mostly-undefined"],
  ["\\sigma'(x) = \\sigma(x)(1-\\sigma(x))", "not-checked taken-as-given"],
  [
    "\\frac{\\partial a}{\\partial t} = \\frac{\\partial c}{\\partial t}",
    "not-checked vacuous",
    ["a = u^2", "c = u^3"],
  ],
  ["\\frac{\\partial a}{\\partial t} = 2u", "not-checked unconnected", ["a = u^2"]],
];

describe.each([
  ["algebra", algebra],
  ["factorials", factorials],
  ["calculus", calculus],
  ["indices", indexed],
  ["a condition", conditional],
  ["printed decimals", figures],
  ["what is not judged", unchecked],
] as const)("a step of %s", (_, rows) => {
  it.each(rows.map(([step, verdict, definitions = []]) => [step, verdict, definitions] as const))(
    "%s: %s",
    (step, verdict, definitions) => {
      expect(brief(judgeStep(step, definitions))).toBe(verdict);
    },
  );
});

describe("hostile steps end with a verdict", () => {
  const letters = Array.from({ length: 300 }, (_, at) => `q_{${at + 1}}`).join(" + ");
  it.each<[string, string]>([
    ["\\sum_{i=1}^{1000000000} x_i + x = x + y", "not-checked too-many-terms"],
    ["x^{10^{16}} = 1", "fails"],
    ["e^{e^{e^{e^x}}} = 1", "fails"],
    ["x^{x^{x^{x^{x}}}} = 2", "fails"],
    ["\\frac{x}{0} = \\frac{y}{0}", "not-checked mostly-undefined"],
    [`${letters} + 1 = 1 + ${letters}`, "holds"],
  ])("%.40s: %s", (step, verdict) => {
    expect(brief(judgeStep(step))).toBe(verdict);
  });
});

describe("a counterexample", () => {
  it("has the values of both sides at small numbers", () => {
    expect(judgeStep("(a+b)^2 = a^2 + b^2")).toMatchObject({
      kind: "fails",
      counterexample: { inputs: { a: 1, b: 2 }, indices: {}, left: 9, right: 5 },
    });
  });

  it("names the limits that are numbers", () => {
    expect(judgeStep("\\sum_{i=1}^n i = \\frac{n(n-1)}{2}")).toMatchObject({
      counterexample: { inputs: { n: 3 }, left: 6, right: 3 },
    });
    expect(judgeStep("n! = 2n")).toMatchObject({ counterexample: { inputs: { n: 5 }, left: 120, right: 10 } });
  });

  it("names the indices at which the sides part", () => {
    expect(judgeStep("\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j", [softmax])).toMatchObject({
      counterexample: { indices: { i: 1, j: 1 } },
    });
  });
});

describe("a step for i ≠ j", () => {
  it("is refuted at two such indices, with its slip", () => {
    const verdict = judgeStep("\\frac{\\partial p_i}{\\partial z_j} = p_i p_j, \\quad i \\neq j", [softmax]);
    expect(verdict).toMatchObject({ counterexample: { indices: { i: 1, j: 2 } }, slip: { code: "lost-minus" } });
  });

  it("is said to be checked for those, once and in plain characters", () => {
    const verdict = judgeStep("\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j, \\quad i \\neq j", [softmax]);
    expect(verdict).toMatchObject({ kind: "holds", notes: [{ code: "stated-condition", detail: "i ≠ j" }] });
  });
});

describe("the slip that explains a failure", () => {
  it.each([
    ["\\frac{d}{dx} x^3 = 3x^3", [], "exponent"],
    ["\\frac{dL}{dw} = (y-a)x", neuron, "lost-minus"],
    ["\\sigma'(x) = \\sigma(x)(1+\\sigma(x))", [logistic], "lost-minus"],
    ["(a+b)^2 = a^2 + b^2", [], null],
    ["(uv)' = u'v'", [], null],
  ] as const)("of %s", (step, definitions, code) => {
    const verdict = judgeStep(step, definitions);
    if (verdict.kind !== "fails") throw new Error(verdict.kind);
    expect(verdict.slip?.code ?? null).toBe(code);
  });
});

const letter = fc.constantFrom("a", "b", "c", "x");
const formula = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    letter,
    fc.integer({ min: 1, max: 9 }).map(String),
    fc.tuple(tie("tree"), tie("tree")).map(([l, r]) => `(${l} + ${r})`),
    fc.tuple(tie("tree"), tie("tree")).map(([l, r]) => `${l} \\cdot ${r}`),
    tie("tree").map((inner) => `\\sin(${inner})`),
  ),
})).tree;

describe("laws", () => {
  const runs = { seed: 1, numRuns: 60 };

  it("e + d = d + e holds", () => {
    fc.assert(
      fc.property(formula, formula, (e, d) => judgeStep(`t + (${e} + ${d}) = (${d} + ${e}) + t`).kind === "holds"),
      runs,
    );
  });

  it("e = e + c fails, however small c is", () => {
    fc.assert(
      fc.property(formula, fc.integer({ min: 0, max: 20 }), (e, power) => {
        const small = `0.${"0".repeat(power)}1`;
        return judgeStep(`\\cos(t) + ${e} = ${e} + \\cos(t) + ${small}`).kind === "fails";
      }),
      runs,
    );
  });

  it("the same seed gives the same verdict bit for bit", () => {
    fc.assert(
      fc.property(formula, formula, fc.nat(), (e, d, seed) => {
        const step = `t + ${e} = t \\cdot ${d}`;
        expect(judgeStep(step, [], { seed })).toEqual(judgeStep(step, [], { seed }));
      }),
      runs,
    );
  });
});
