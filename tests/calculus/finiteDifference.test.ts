import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/calculus/compile";
import { derivative } from "../../src/calculus/differentiate";
import { run } from "../../src/calculus/evaluate";
import { evaluateExact } from "../../src/calculus/evaluateExact";
import {
  centralDifference,
  curveOf,
  errorAgainstStep,
  exactCentralDifference,
} from "../../src/calculus/finiteDifference";
import type { NodeId } from "../../src/calculus/Graph";
import { type GraphBuilder, graphBuilder } from "../../src/calculus/GraphBuilder";
import { sigmoid } from "../../src/calculus/stable";
import { randomGraph } from "./randomGraph";

const functions: readonly (readonly [string, (b: GraphBuilder, x: NodeId) => NodeId])[] = [
  ["σ", (b, x) => b.apply("sigmoid", [x])],
  ["softplus", (b, x) => b.apply("softplus", [x])],
  ["exp", (b, x) => b.apply("exp", [x])],
  ["sin", (b, x) => b.apply("sin", [x])],
  ["cos", (b, x) => b.apply("cos", [x])],
  ["tanh", (b, x) => b.apply("tanh", [x])],
  ["sinh", (b, x) => b.apply("sinh", [x])],
  ["cosh", (b, x) => b.apply("cosh", [x])],
  ["erf", (b, x) => b.apply("erf", [x])],
  ["x³", (b, x) => b.raise(x, b.constant(3))],
  ["log(4 + x²)", (b, x) => b.apply("log", [b.plus(b.constant(4), b.times(x, x))])],
  ["√(4 + x²)", (b, x) => b.apply("sqrt", [b.plus(b.constant(4), b.times(x, x))])],
  ["1/(4 + x²)", (b, x) => b.over(b.constant(1), b.plus(b.constant(4), b.times(x, x)))],
  ["log Σ e", (b, x) => b.apply("logSumExp", [x, b.negative(x), b.constant(1)])],
];

const sigma = curveOf(...sigmaAt());

function sigmaAt(): Parameters<typeof curveOf> {
  const b = graphBuilder();
  const x = b.input("x");
  return [b.nodes, b.apply("sigmoid", [x]), x, {}];
}

describe("a central difference", () => {
  it.each(functions)("of %s is within its model's bound of automatic differentiation", (_name, make) => {
    const b = graphBuilder();
    const x = b.input("x");
    const of = make(b, x);
    const curve = curveOf(b.nodes, of, x, {});
    const slope = compile(b.nodes, [derivative(b, of, x) ?? -1]);
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (at) => {
        const automatic = run(slope, { x: at }, 1)[0]?.[0] ?? Number.NaN;
        const { value, bound } = centralDifference(curve, at);
        expect(Math.abs(value - automatic)).toBeLessThanOrEqual(bound + 1e-15 * Math.abs(automatic));
        expect(bound).toBeLessThan(1e-7 * Math.max(1, Math.abs(automatic)));
      }),
      { seed: 51, numRuns: 1000 },
    );
  });

  it("of σ at ½ takes the step that theory calls best", () => {
    const { h, value } = centralDifference(sigma, 0.5, 2 ** -53);
    expect(h).toBeGreaterThan(0.8e-5);
    expect(h).toBeLessThan(2e-5);
    expect(Math.abs(value - sigmoid(0.5) * sigmoid(-0.5))).toBeLessThan(1e-10);
  });

  it("takes an intermediate by cutting it from its definition", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const a = b.named("a", b.apply("log", [x]));
    const curve = curveOf(b.nodes, b.times(b.raise(a, b.constant(2)), x), a, { x: 3 });
    expect(centralDifference(curve, 0.5).value).toBeCloseTo(3, 8);
  });

  it("has a value near a border, where the wider step would leave the domain", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const { value, bound } = centralDifference(curveOf(b.nodes, b.apply("log", [x]), x, {}), 0.01);
    expect(Math.abs(value - 100)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-4);
  });
});

describe("the error against the step", () => {
  const exact = sigmoid(0.5) * sigmoid(-0.5);
  const points = errorAgainstStep(sigma, 0.5, exact);
  const near = (h: number) => points.find((point) => Math.abs(Math.log10(point.h) - Math.log10(h)) < 0.1);

  it.each([
    [1e-1, 6.8e-4],
    [1e-2, 6.8e-6],
    [1e-3, 6.8e-8],
  ])("falls as h² on the truncation arm: h = %d", (h, relative) => {
    expect((near(h)?.error ?? 0) / exact / relative).toBeCloseTo(1, 1);
    expect((near(h)?.truncation ?? 0) / exact / relative).toBeCloseTo(1, 1);
  });

  it("rises as 1/h on the rounding arm", () => {
    for (const { h, error, rounding } of points.filter((point) => point.h < 1e-7 && point.h > 1e-15)) {
      expect(error, `h = ${h}`).toBeLessThan(4 * rounding);
    }
    const worst = Math.max(...points.filter(({ h }) => h > 1e-14 && h < 1e-12).map(({ error }) => error));
    expect(worst).toBeGreaterThan(1e-5);
  });

  it("goes from 1 to 10^−16, and has no error where x + h is x", () => {
    const far = errorAgainstStep(sigma, 3, sigmoid(3) * sigmoid(-3));
    expect(far[0]?.h).toBe(1);
    expect(far.at(-1)?.h).toBe(1e-16);
    expect(far.at(-1)?.error).toBeNaN();
    expect(far.at(-6)?.error).not.toBeNaN();
  });
});

describe("a central difference in double-double", () => {
  it("confirms automatic differentiation on random graphs to its bound, some 15 digits", () => {
    let confirmed = 0;
    fc.assert(
      fc.property(randomGraph(), ({ builder: b, of, values }) => {
        const x = b.input("x");
        const slope = derivative(b, of, x) ?? b.constant(0);
        const at = Float64Array.of(values.x ?? 0, (values.x ?? 0) / 3);
        const { value, bound } = exactCentralDifference(b.nodes, of, x, at, values);
        const [automatic] = evaluateExact(b.nodes, [slope], { ...values, x: at }, 2).outputs;
        for (const i of [0, 1]) {
          const apart = Math.abs((value[i] ?? 0) - (automatic?.hi[i] ?? 0));
          const allowed = (bound[i] ?? 0) + (automatic?.bound[i] ?? 0);
          expect(apart > allowed).toBe(false);
          confirmed += apart <= allowed && allowed < 1e-13 * Math.max(1, Math.abs(automatic?.hi[i] ?? 0)) ? 1 : 0;
        }
      }),
      { seed: 52, numRuns: 500 },
    );
    expect(confirmed).toBeGreaterThan(400);
  });
});
