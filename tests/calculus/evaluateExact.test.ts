import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjoints } from "../../src/calculus/differentiate";
import { evaluateExact } from "../../src/calculus/evaluateExact";
import type { NodeId, Operation } from "../../src/calculus/Graph";
import { type GraphBuilder, graphBuilder } from "../../src/calculus/GraphBuilder";
import { distance, highPrecision, oracleError } from "./highPrecision";
import { pieces, randomGraph } from "./randomGraph";

interface Point {
  readonly hi: number;
  readonly lo: number;
  readonly bound: number;
}

function at(b: GraphBuilder, of: NodeId, inputs: Readonly<Record<string, number>>): Point {
  const [values] = evaluateExact(b.nodes, [of], inputs, 1).outputs;
  return { hi: values?.hi[0] ?? 0, lo: values?.lo[0] ?? 0, bound: values?.bound[0] ?? 0 };
}

/** Says what is wrong if the true value is not within the bound; null where the oracle or the engine knows none. */
function dishonesty(b: GraphBuilder, of: NodeId, inputs: Readonly<Record<string, number>>): string | null {
  const { hi, lo, bound } = at(b, of, inputs);
  const truth = highPrecision(b.nodes, of, inputs);
  if (bound === Number.POSITIVE_INFINITY || truth === null) return null;
  const apart = distance(hi, lo, truth);
  const near = apart <= bound + oracleError * Math.max(1, Math.abs(hi));
  return near ? null : `${hi} is ${apart} off, not within ${bound}`;
}

const unary: readonly Operation[] = [
  ...(["exp", "log", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "erf"] as const),
  ...(["sigmoid", "softplus", "abs", "sign", "negate", "frozen"] as const),
];

describe("double-double", () => {
  // The oracle is fixed-point: it sees neither e^−800 nor 10^−200.
  const visible = (value: number): number => (Math.abs(value) < 2 ** -60 ? 0 : value);
  const argument = fc
    .oneof(
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.double({ min: -800, max: 800, noNaN: true }),
      fc
        .tuple(fc.double({ min: 1, max: 2, noNaN: true }), fc.integer({ min: -60, max: 10 }))
        .map(([m, e]) => m * 2 ** e),
    )
    .map(visible);

  it.each(unary)("%s is within its bound, and the bound is small", (op) => {
    const b = graphBuilder();
    const x = b.input("x");
    // The argument has a lo of its own, and a bound.
    const of = b.apply(op, [b.plus(x, b.times(x, b.constant("1e-17")))]);
    let useful = 0;
    fc.assert(
      fc.property(argument, (value) => {
        const { hi, bound } = at(b, of, { x: value });
        useful += bound <= 2 ** -80 * Math.max(1, Math.abs(hi)) ? 1 : 0;
        expect(dishonesty(b, of, { x: value })).toBeNull();
      }),
      { seed: 31, numRuns: 300 },
    );
    expect(useful).toBeGreaterThan(100);
  });

  it("powers are within their bounds", () => {
    const b = graphBuilder();
    const of = b.raise(b.input("x"), b.input("n"));
    const exponent = fc.oneof(
      fc.integer({ min: -80, max: 80 }),
      fc.double({ min: -9, max: 9, noNaN: true }).map(visible),
    );
    fc.assert(
      fc.property(argument, exponent, (x, n) => {
        expect(dishonesty(b, of, { x, n })).toBeNull();
      }),
      { seed: 32, numRuns: 1000 },
    );
  });

  it("random graphs and all their adjoints are within their bounds", () => {
    let known = 0;
    fc.assert(
      fc.property(randomGraph(), ({ builder: b, of, values }) => {
        known += at(b, of, values).bound < 1e-20 ? 1 : 0;
        for (const node of [of, ...adjoints(b, of).values()]) expect(dishonesty(b, node, values)).toBeNull();
      }),
      { seed: 33, numRuns: 300 },
    );
    expect(known).toBeGreaterThan(150);
  });

  it("so are graphs in pieces", () => {
    const operations = ["add", "multiply", "divide", "negate", "exp", ...pieces] as const;
    fc.assert(
      fc.property(randomGraph(operations), ({ builder: b, of, values }) => {
        for (const node of [of, ...adjoints(b, of).values()]) expect(dishonesty(b, node, values)).toBeNull();
      }),
      { seed: 34, numRuns: 500 },
    );
  });

  it("tells 0.1 from the double nearest to it, and 50 digits from 49", () => {
    const b = graphBuilder();
    const difference = at(b, b.minus(b.constant("0.1"), b.input("x")), { x: 0.1 });
    expect(difference.hi).toBeCloseTo(-5.551115123125783e-18, 33);
    expect(difference.bound).toBeLessThan(1e-31);
    expect(b.constant(`0.${"3".repeat(50)}`)).not.toBe(b.constant(`0.${"3".repeat(49)}`));
  });

  it("computes polynomials of dyadic numbers exactly", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const of = b.plus(b.raise(x, b.constant(3)), b.times(b.constant(2), x));
    expect(at(b, of, { x: 0.375 })).toEqual({ hi: 0.802734375, lo: 0, bound: 0 });
  });

  it.each<[string, (b: GraphBuilder, x: NodeId) => NodeId, number, number]>([
    ["0^0", (b, x) => b.raise(x, x), 0, 1],
    ["(−2)^3", (b, x) => b.raise(x, b.constant(3)), -2, -8],
    ["(−2)^(−1)", (b, x) => b.raise(x, b.constant(-1)), -2, -0.5],
    ["(−2)^0.5", (b, x) => b.raise(x, b.constant("0.5")), -2, Number.NaN],
    ["0^(−1)", (b, x) => b.raise(x, b.constant(-1)), 0, Number.NaN],
    ["0^2.5", (b, x) => b.raise(x, b.constant("2.5")), 0, 0],
    ["(−1)^201", (b, x) => b.raise(x, b.constant(201)), -1, -1],
    ["1/0", (b, x) => b.over(b.constant(1), x), 0, Number.NaN],
    ["log 0", (b, x) => b.apply("log", [x]), 0, Number.NaN],
    ["√0", (b, x) => b.apply("sqrt", [x]), 0, 0],
    ["√−1", (b, x) => b.apply("sqrt", [x]), -1, Number.NaN],
    ["e^710", (b, x) => b.apply("exp", [x]), 710, Number.NaN],
    ["0 · log x at 0", (b, x) => b.times(b.constant(0), b.apply("log", [x])), 0, Number.NaN],
  ])("%s", (_name, of, x, expected) => {
    const b = graphBuilder();
    expect(at(b, of(b, b.input("x")), { x }).hi).toBe(expected);
  });

  it("knows nothing where rounding decides whether there is a value", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const zero = b.minus(
      b.apply("exp", [x]),
      b.times(b.apply("exp", [b.minus(x, b.constant(1))]), b.apply("exp", [b.constant(1)])),
    );
    for (const of of [b.apply("log", [zero]), b.over(x, zero), b.apply("sqrt", [b.negative(b.apply("abs", [zero]))])]) {
      const { hi, bound } = at(b, of, { x: 0.7 });
      expect(hi).not.toBeNaN();
      expect(bound).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it("lets an undecided comparison's bound reach the other branch", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const tenth = b.times(b.constant("0.1"), b.constant(3));
    const three = b.plus(b.times(x, b.over(b.constant(1), b.constant(3))), b.constant("0.2"));
    const of = b.apply("select", [b.apply("less", [three, tenth]), b.constant(5), b.constant(7)]);
    const { bound } = at(b, of, { x: 0.3 });
    expect(bound).toBe(0);
    expect(
      at(
        b,
        b.apply("select", [b.apply("less", [b.apply("exp", [b.apply("log", [x])]), x]), b.constant(5), b.constant(7)]),
        { x: 0.3 },
      ).bound,
    ).toBeGreaterThanOrEqual(2);
  });
});

describe("why a value is undefined", () => {
  it.each<[string, (b: GraphBuilder, x: NodeId) => NodeId, number, object]>([
    [
      "log of −0.3",
      (b, x) => b.plus(b.constant(1), b.apply("log", [x])),
      -0.3,
      { op: "log", args: [-0.3], cause: "undefined" },
    ],
    [
      "1 / 0",
      (b, x) => b.apply("exp", [b.over(b.constant(1), x)]),
      0,
      { op: "divide", args: [1, 0], cause: "undefined" },
    ],
    ["e^800", (b, x) => b.over(b.constant(1), b.apply("exp", [x])), 800, { op: "exp", args: [800], cause: "overflow" }],
    ["(−2)^0.5", (b, x) => b.raise(x, b.constant("0.5")), -2, { op: "power", args: [-2, 0.5], cause: "undefined" }],
    [
      "the chosen branch only",
      (b, x) =>
        b.apply("select", [b.apply("less", [x, b.constant(0)]), b.apply("log", [x]), b.apply("log", [b.negative(x)])]),
      -2,
      { op: "log", args: [-2] },
    ],
  ])("%s", (_name, of, x, expected) => {
    const b = graphBuilder();
    const { whyUndefined } = evaluateExact(b.nodes, [of(b, b.input("x"))], { x }, 1);
    expect(whyUndefined(0, 0)).toMatchObject(expected);
  });

  it("is null where there is a value", () => {
    const b = graphBuilder();
    const evaluation = evaluateExact(b.nodes, [b.apply("log", [b.input("x")])], { x: Float64Array.of(-1, 1) }, 2);
    expect(evaluation.whyUndefined(0, 0)).not.toBeNull();
    expect(evaluation.whyUndefined(0, 1)).toBeNull();
  });
});
