import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run } from "../../src/calculus/evaluate";
import { evaluateExact } from "../../src/calculus/evaluateExact";
import { graphBuilder } from "../../src/calculus/GraphBuilder";
import { compile } from "../../src/calculus/program";
import { pieces, randomGraph } from "./randomGraph";

const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe("a program", () => {
  it("runs numbers and columns together", () => {
    const b = graphBuilder();
    const [x, y] = [b.input("x"), b.input("y")];
    const program = compile(b.nodes, [b.plus(x, y), b.times(y, y), b.constant("2.5")]);
    const [sum, square, constant] = run(program, { x: column(1, 2, 3), y: 10 }, 3);
    expect([...(sum ?? [])]).toEqual([11, 12, 13]);
    expect([...(square ?? [])]).toEqual([100, 100, 100]);
    expect([...(constant ?? [])]).toEqual([2.5, 2.5, 2.5]);
  });

  it("gives the same numbers whatever the size of its blocks", () => {
    const b = graphBuilder();
    const [x, y] = [b.input("x"), b.input("y")];
    const of = b.plus(b.apply("sigmoid", [b.times(x, y)]), b.apply("log", [b.plus(b.raise(x, b.constant(2)), y)]));
    const program = compile(b.nodes, [of]);
    const count = 5000;
    const xs = Float64Array.from({ length: count }, (_, i) => i / 1000 - 2);
    const whole = run(program, { x: xs, y: 3 }, count)[0];
    for (const i of [0, 1, 2047, 2048, 2049, 4999]) {
      expect(run(program, { x: xs[i] ?? 0, y: 3 }, 1)[0]?.[0]).toBe(whole?.[i]);
    }
  });

  it("hands columns on when they are dead", () => {
    const b = graphBuilder();
    const x = b.input("x");
    let of = x;
    for (let i = 0; i < 100; i += 1) of = b.apply("sin", [b.plus(of, b.constant(1))]);
    expect(compile(b.nodes, [of]).columns).toBeLessThan(6);
  });

  it("takes an override in place of a definition, and cuts what lies behind it", () => {
    const b = graphBuilder();
    const x = b.input("x");
    const a = b.named("a", b.apply("log", [x]));
    const of = b.plus(a, b.times(a, x));
    const program = compile(b.nodes, [of], [a]);
    const [values] = run(program, { x: -2 }, 2, undefined, new Map([[a, column(1, 5)]]));
    expect([...(values ?? [])]).toEqual([-1, -5]);
    const exact = evaluateExact(b.nodes, [of], { x: -2 }, 2, new Map([[a, column(1, 5)]]));
    expect([...(exact.outputs[0]?.hi ?? [])]).toEqual([-1, -5]);
  });

  it("calls a missing input undefined, also one with a name that every object has", () => {
    const b = graphBuilder();
    const program = compile(b.nodes, [b.input("constructor")]);
    expect(run(program, {}, 1)[0]?.[0]).toBeNaN();
    expect(evaluateExact(b.nodes, [b.input("toString")], {}, 1).outputs[0]?.hi[0]).toBeNaN();
  });

  it("writes into columns that it is given", () => {
    const b = graphBuilder();
    const into = [new Float64Array(2)];
    run(compile(b.nodes, [b.negative(b.input("x"))]), { x: column(1, 2) }, 2, into);
    expect([...(into[0] ?? [])]).toEqual([-1, -2]);
  });

  it("agrees with double-double on random graphs", () => {
    let compared = 0;
    const operations = ["add", "multiply", "divide", "exp", "sigmoid", "softplus", "logSumExp", ...pieces] as const;
    for (const arbitrary of [randomGraph(), randomGraph(operations)]) {
      fc.assert(
        fc.property(arbitrary, ({ builder: b, of, values }) => {
          const exact = evaluateExact(b.nodes, [of], values, 1).outputs[0];
          const double = run(compile(b.nodes, [of]), values, 1)[0]?.[0] ?? Number.NaN;
          const [hi, bound] = [exact?.hi[0] ?? Number.NaN, exact?.bound[0] ?? 0];
          if (!Number.isFinite(double) || !Number.isFinite(hi) || bound > 1e-20) return true;
          compared += 1;
          return Math.abs(double - hi) <= 1e-9 * Math.max(1, Math.abs(hi));
        }),
        { seed: 21, numRuns: 1000 },
      );
    }
    expect(compared).toBeGreaterThan(800);
  });
});
