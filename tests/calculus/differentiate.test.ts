import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/calculus/compile";
import { adjoints, derivative } from "../../src/calculus/differentiate";
import { run } from "../../src/calculus/evaluate";
import { evaluateExact } from "../../src/calculus/evaluateExact";
import { tangent } from "../../src/calculus/forward";
import type { NodeId } from "../../src/calculus/Graph";
import { type GraphBuilder, graphBuilder } from "../../src/calculus/GraphBuilder";
import { pieces, type RandomGraph, randomGraph } from "./randomGraph";

const value = (b: GraphBuilder, node: NodeId, inputs: Readonly<Record<string, number>>): number =>
  run(compile(b.nodes, [node]), inputs, 1)[0]?.[0] ?? Number.NaN;

describe("a derivative", () => {
  it.each<[string, (b: GraphBuilder, x: NodeId) => NodeId, number, number]>([
    ["x", (_b, x) => x, 2, 1],
    ["x²", (b, x) => b.raise(x, b.constant(2)), 3, 6],
    ["x² at a negative base", (b, x) => b.raise(x, b.constant(2)), -3, -6],
    ["x·x", (b, x) => b.times(x, x), 3, 6],
    ["1/x", (b, x) => b.over(b.constant(1), x), 2, -0.25],
    ["2^x", (b, x) => b.raise(b.constant(2), x), 3, 8 * Math.log(2)],
    ["x^x", (b, x) => b.raise(x, x), 2, 4 * (Math.log(2) + 1)],
    ["x·x·x", (b, x) => b.apply("multiply", [x, x, x]), 2, 12],
    ["tan", (b, x) => b.apply("tan", [x]), 0, 1],
    ["sinh", (b, x) => b.apply("sinh", [x]), 0, 1],
    ["cosh", (b, x) => b.apply("cosh", [x]), 0, 0],
    ["|x|", (b, x) => b.apply("abs", [x]), -2, -1],
    ["sign", (b, x) => b.apply("sign", [x]), -2, 0],
    ["relu, right", (b, x) => b.apply("max", [x, b.constant(0)]), 2, 1],
    ["relu, left", (b, x) => b.apply("max", [x, b.constant(0)]), -2, 0],
  ])("of %s", (_name, of, at, expected) => {
    const b = graphBuilder();
    const x = b.input("x");
    const slope = derivative(b, of(b, x), x);
    expect(slope).not.toBeNull();
    expect(value(b, slope ?? -1, { x: at })).toBeCloseTo(expected, 14);
  });

  it.each<[string, (b: GraphBuilder, x: NodeId) => NodeId]>([
    ["max(x, 0)", (b, x) => b.apply("max", [x, b.constant(0)])],
    ["min(x, 0, x³)", (b, x) => b.apply("min", [x, b.constant(0), b.raise(x, b.constant(3))])],
    ["|x|", (b, x) => b.apply("abs", [x])],
  ])("of %s is undefined at its kink", (_name, of) => {
    const b = graphBuilder();
    const x = b.input("x");
    const slope = derivative(b, of(b, x), x) ?? -1;
    expect(value(b, slope, { x: 0 })).toBeNaN();
    expect(value(b, slope, { x: 1 })).not.toBeNaN();
  });

  it("by a named symbol cuts it from its definition and lets everything else flow", () => {
    const b = graphBuilder();
    const [x, w] = [b.input("x"), b.input("w")];
    const z = b.named("z", b.times(w, x));
    const a = b.named("a", b.apply("sigmoid", [z]));
    const loss = b.plus(b.raise(a, b.constant(2)), b.times(z, x));
    const at = { x: 0.5, w: 1.5 };
    const sigma = 1 / (1 + Math.exp(-0.75));
    const of = adjoints(b, loss);
    expect(value(b, of.get(a) ?? -1, at)).toBeCloseTo(2 * sigma, 15);
    expect(value(b, of.get(z) ?? -1, at)).toBeCloseTo(2 * sigma * sigma * (1 - sigma) + 0.5, 15);
    expect(value(b, of.get(w) ?? -1, at)).toBeCloseTo((2 * sigma * sigma * (1 - sigma) + 0.5) * 0.5, 15);
  });

  it("is null, not 0, where nothing flows", () => {
    const b = graphBuilder();
    const [x, y] = [b.input("x"), b.input("y")];
    expect(derivative(b, b.times(x, x), y)).toBeNull();
    expect(derivative(b, b.apply("frozen", [x]), x)).toBeNull();
    expect(derivative(b, b.plus(x, b.apply("frozen", [y])), y)).toBeNull();
  });

  it("is 0 through a condition alone", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const step = b.apply("select", [b.apply("less", [x, b.constant(0)]), b.constant(1), b.constant(2)]);
    expect(derivative(b, step, x)).toBe(b.constant(0));
  });

  it("keeps an operand that may be undefined", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const slope = derivative(b, b.times(b.constant(0), b.apply("log", [x])), x);
    expect(value(b, slope ?? -1, { x: 2 })).toBe(0);
    expect(value(b, slope ?? -1, { x: 0 })).toBeNaN();
  });

  it("by every logit costs one sweep", () => {
    const b = graphBuilder();
    const logits = Array.from({ length: 50 }, (_, k) => b.input(`z_${k}`));
    const loss = b.minus(b.apply("logSumExp", logits), logits[7] ?? 0);
    adjoints(b, loss);
    const size = b.nodes.length;
    for (const z of logits) expect(derivative(b, loss, z)).not.toBeNull();
    expect(b.nodes).toHaveLength(size);
  });

  it("of a derivative: σ″ = σ(1 − σ)(1 − 2σ)", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const first = derivative(b, b.apply("sigmoid", [x]), x) ?? -1;
    const second = derivative(b, first, x) ?? -1;
    const sigma = 1 / (1 + Math.exp(-0.7));
    expect(value(b, second, { x: 0.7 })).toBeCloseTo(sigma * (1 - sigma) * (1 - 2 * sigma), 15);
  });
});

/** Backward and forward mode share no rule; where both have a number, the numbers agree. */
function disagreement({ builder: b, of, inputs, values }: RandomGraph): string | null {
  for (const input of inputs) {
    const forward = tangent(b.nodes, of, input, values).slope;
    const node = derivative(b, of, input);
    const backward = node === null ? 0 : value(b, node, values);
    const scale = Math.max(1, Math.abs(forward), conditioning(b, of, values));
    if (Number.isFinite(forward) && Number.isFinite(backward) && Math.abs(forward - backward) > 1e-12 * scale) {
      return `${forward} forward, ${backward} backward`;
    }
  }
  return null;
}

/** The largest intermediate value: rounding errors are relative to it. */
function conditioning(b: GraphBuilder, of: NodeId, values: Readonly<Record<string, number>>): number {
  const all = [...adjoints(b, of).keys()];
  const columns = run(compile(b.nodes, [...all, ...adjoints(b, of).values()]), values, 1);
  const finite = columns.map((column) => Math.abs(column[0] ?? 0)).filter(Number.isFinite);
  return Math.max(1, ...finite) ** 2;
}

describe("on random graphs", () => {
  it("backward agrees with forward", () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        expect(disagreement(graph)).toBeNull();
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it("backward agrees with forward in pieces", () => {
    const operations = ["add", "multiply", "exp", "negate", ...pieces] as const;
    fc.assert(
      fc.property(randomGraph(operations), (graph) => {
        expect(disagreement(graph)).toBeNull();
      }),
      { seed: 12, numRuns: 1000 },
    );
  });

  it("agrees with a central difference in double-double", () => {
    let compared = 0;
    fc.assert(
      fc.property(randomGraph(), ({ builder: b, of, values }) => {
        const x = b.input("x");
        const slope = derivative(b, of, x);
        if (slope === null) return true;
        const h = 2 ** -30;
        const at = values.x ?? 0;
        const moved = { ...values, x: Float64Array.of(at - h, at, at + h, at - 4 * h, at + 4 * h) };
        const { outputs } = evaluateExact(b.nodes, [of, slope], moved, 5);
        const [f, s] = outputs;
        if (f === undefined || s === undefined) return false;
        const difference = (i: number, j: number, d: number): number =>
          ((f.hi[j] ?? 0) - (f.hi[i] ?? 0) + ((f.lo[j] ?? 0) - (f.lo[i] ?? 0))) / d;
        const near = difference(0, 2, 2 * h);
        const far = difference(3, 4, 8 * h);
        const rounding = ((f.bound[0] ?? 0) + (f.bound[2] ?? 0)) / h;
        const exact = s.hi[1] ?? Number.NaN;
        if (!Number.isFinite(near + far + exact) || rounding > 1e-6) return true;
        compared += 1;
        // Truncation falls as h²: the step of 4h overstates it 15-fold.
        return Math.abs(near - exact) <= Math.abs(near - far) + rounding + 1e-13 * Math.max(1, Math.abs(exact));
      }),
      { seed: 13, numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
