import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/calculus/compile";
import { derivative } from "../../src/calculus/differentiate";
import { exp } from "../../src/calculus/elementary";
import { run, runAt } from "../../src/calculus/evaluate";
import { evaluateExact } from "../../src/calculus/evaluateExact";
import { graphBuilder } from "../../src/calculus/GraphBuilder";
import { decay, logOnePlus } from "../../src/calculus/logistic";
import { weight } from "../../src/calculus/logSumExp";
import { planRun } from "../../src/calculus/planRun";
import { stabilise } from "../../src/calculus/stabilise";
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
    const program = compile(b.nodes, [of]);
    const { memory, block } = planRun(program, new Uint8Array(program.values.length).fill(1), 10);
    expect((memory.length - program.values.length) / block).toBeLessThan(6);
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

  it("gives to the bit at each point of a run what it gives there alone, whatever moves", () => {
    let moved = 0;
    const operations = ["add", "add", "multiply", "negate", "divide", "exp", "log", "sigmoid", "logSumExp"] as const;
    for (const arbitrary of [randomGraph(), randomGraph([...operations, ...pieces])]) {
      fc.assert(
        fc.property(arbitrary, fc.nat(6), ({ builder: b, of, values }, which) => {
          const slopes = ["x", "y"].flatMap((name) => derivative(b, of, b.input(name)) ?? []);
          const program = compile(b.nodes, [of, ...slopes, of, b.input("x")]);
          const names = ["x", "y", "z"].filter((_, at) => ((which + 1) >> at) % 2 === 1);
          const columns = names.map((name, at) => column(...[0, 1, -2].map((d) => (values[name] ?? 0) + d * (at + 1))));
          const moving = {
            ...values,
            ...Object.fromEntries(names.map((name, at) => [name, columns[at] as Float64Array])),
          };
          const together = run(program, moving, 3);
          for (const point of [0, 1, 2]) {
            const here = {
              ...values,
              ...Object.fromEntries(names.map((name, at) => [name, columns[at]?.[point] ?? 0])),
            };
            expect(together.map((one) => one[point])).toEqual([...runAt(program, here)]);
          }
          moved += names.length;
        }),
        { seed: 22, numRuns: 500 },
      );
    }
    expect(moved).toBeGreaterThan(1000);
  });

  it("pays for one exponential where a loss and its gradient need e^z in different places", () => {
    const b = graphBuilder();
    const [z, y, one] = [b.input("z"), b.input("y"), b.constant(1)];
    const a = b.over(one, b.plus(one, b.apply("exp", [b.negative(z)])));
    const log = (of: number) => b.apply("log", [of]);
    const loss = b.negative(b.plus(b.times(y, log(a)), b.times(b.minus(one, y), log(b.minus(one, a)))));
    const [stable = loss] = stabilise(b, [loss]);
    const { values } = compile(b.nodes, [stable, derivative(b, stable, z) ?? -1]);
    const kernels = values.flatMap((value) => (value.from === "kernel" ? [value.kernel] : []));
    expect(kernels.filter((kernel) => kernel === decay)).toHaveLength(1);
    expect(kernels.filter((kernel) => kernel === logOnePlus)).toHaveLength(1);
    expect(kernels).not.toContain(exp);
  });

  it("forms each weight of a softmax once for the loss and all entries of its gradient", () => {
    const b = graphBuilder();
    const z = [0, 1, 2, 3].map((k) => b.input(`z${k}`));
    const powers = z.map((one) => b.apply("exp", [one]));
    const loss = b.negative(b.apply("log", [b.over(powers[0] ?? -1, b.sum(powers))]));
    const [stable = loss] = stabilise(b, [loss]);
    const { values } = compile(b.nodes, [stable, ...z.map((one) => derivative(b, stable, one) ?? -1)]);
    const kernels = values.flatMap((value) => (value.from === "kernel" ? [value.kernel] : []));
    expect(kernels.filter((kernel) => kernel === weight)).toHaveLength(4);
    expect(kernels).not.toContain(exp);
  });

  it.each([
    [[710, 3, Number.POSITIVE_INFINITY], [0, 0, 1], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY, 0, 0], [0, 0.5, 0.5], Math.LN2],
    [[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0], [Number.NaN, Number.NaN, Number.NaN], Number.NaN],
    [[0, -40, -50], [1, Math.exp(-40), Math.exp(-50)], Math.exp(-40) + Math.exp(-50)],
  ])("knows the limits of log Σ e^z and softmax at z = %j", (logits, shares, logarithm) => {
    const b = graphBuilder();
    const z = logits.map((_, k) => b.input(`z${k}`));
    const total = b.apply("logSumExp", z);
    const program = compile(b.nodes, [total, ...z.map((one) => b.apply("exp", [b.minus(one, total)]))]);
    const [log = 0, ...entries] = runAt(program, Object.fromEntries(logits.map((value, k) => [`z${k}`, value])));
    const isNear = (value: number, wanted: number) =>
      Object.is(value, wanted) || Math.abs(value - wanted) <= 4 * 2 ** -52 * Math.abs(wanted);
    expect([log, ...entries].map((value, k) => isNear(value, [logarithm, ...shares][k] ?? 0))).not.toContain(false);
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
