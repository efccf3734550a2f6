import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/calculus/compile";
import { derivative } from "../../src/calculus/differentiate";
import { run } from "../../src/calculus/evaluate";
import { evaluateExact } from "../../src/calculus/evaluateExact";
import type { NodeId } from "../../src/calculus/Graph";
import { type GraphBuilder, graphBuilder } from "../../src/calculus/GraphBuilder";
import { stabilise } from "../../src/calculus/stabilise";
import { binaryCrossEntropy, binaryCrossEntropyGradient } from "../../src/calculus/stableCrossEntropy";
import { crossEntropyGradient, logSoftmax, softmax } from "../../src/calculus/stableSoftmax";
import { randomGraph } from "./randomGraph";

const value = (b: GraphBuilder, node: NodeId, inputs: Readonly<Record<string, number>>): number =>
  run(compile(b.nodes, [node]), inputs, 1)[0]?.[0] ?? Number.NaN;

const stable = (b: GraphBuilder, node: NodeId): NodeId => stabilise(b, [node])[0] ?? node;

/** The formulas as documents write them. */
function notation(b: GraphBuilder) {
  const one = b.constant(1);
  const e = (of: NodeId): NodeId => b.apply("exp", [of]);
  const log = (of: NodeId): NodeId => b.apply("log", [of]);
  const logistic = (z: NodeId): NodeId => b.over(one, b.plus(one, e(b.negative(z))));
  return { one, e, log, logistic };
}

describe("stable forms", () => {
  it.each<[string, (b: GraphBuilder, z: NodeId) => NodeId, (b: GraphBuilder, z: NodeId) => NodeId]>([
    ["1/(1 + e^−z) = σ(z)", (b, z) => notation(b).logistic(z), (b, z) => b.apply("sigmoid", [z])],
    [
      "e^z/(1 + e^z) = σ(z)",
      (b, z) => b.over(notation(b).e(z), b.plus(notation(b).e(z), b.constant(1))),
      (b, z) => b.apply("sigmoid", [z]),
    ],
    [
      "(1 + e^−z)^−1 = σ(z)",
      (b, z) => b.raise(b.plus(b.constant(1), notation(b).e(b.negative(z))), b.constant(-1)),
      (b, z) => b.apply("sigmoid", [z]),
    ],
    [
      "1 − σ(z) = σ(−z)",
      (b, z) => b.minus(b.constant(1), notation(b).logistic(z)),
      (b, z) => b.apply("sigmoid", [b.negative(z)]),
    ],
    [
      "log(1 + e^z) = softplus z",
      (b, z) => notation(b).log(b.plus(b.constant(1), notation(b).e(z))),
      (b, z) => b.apply("softplus", [z]),
    ],
    [
      "log σ(z) = −softplus(−z)",
      (b, z) => notation(b).log(b.named("a", notation(b).logistic(z))),
      (b, z) => b.negative(b.apply("softplus", [b.negative(z)])),
    ],
    [
      "log(1 − σ(z)) = −softplus z",
      (b, z) => notation(b).log(b.minus(b.constant(1), b.named("a", notation(b).logistic(z)))),
      (b, z) => b.negative(b.apply("softplus", [z])),
    ],
    [
      "(e^z − e^−z)/(e^z + e^−z) = tanh z",
      (b, z) => {
        const { e } = notation(b);
        return b.over(b.minus(e(z), e(b.negative(z))), b.plus(e(z), e(b.negative(z))));
      },
      (b, z) => b.apply("tanh", [b.over(b.minus(z, b.negative(z)), b.constant(2))]),
    ],
    ["log e^z = z", (b, z) => notation(b).log(notation(b).e(z)), (_b, z) => z],
  ])("%s", (_name, literal, expected) => {
    const b = graphBuilder();
    const z = b.input("z");
    expect(stable(b, literal(b, z))).toBe(expected(b, z));
  });

  it.each([-800, -37, -0.3, 0, 2, 36, 800])("binary cross-entropy and its gradient at z = %d", (z) => {
    const b = graphBuilder();
    const { one, log, logistic } = notation(b);
    const logit = b.input("z");
    const y = b.input("y");
    const a = b.named("a", logistic(logit));
    const loss = b.negative(b.plus(b.times(y, log(a)), b.times(b.minus(one, y), log(b.minus(one, a)))));
    const slope = derivative(b, loss, logit) ?? -1;
    for (const label of [0, 0.25, 1]) {
      const at = { z, y: label };
      expect(value(b, stable(b, loss), at)).toBeCloseTo(binaryCrossEntropy(z, label), 12);
      expect(value(b, stable(b, slope), at)).toBeCloseTo(binaryCrossEntropyGradient(z, label), 15);
    }
    expect(Number.isNaN(value(b, slope, { z, y: 0.25 }))).toBe(Math.abs(z) > 750);
  });

  it.each([[[0.2, -0.5, 1.1]], [[1000, 999, 998]], [[-1000, -1000.5, -1001]], [[800, 0, -800]]])(
    "softmax, its logarithm and the gradient of cross-entropy at z = %j",
    (logits) => {
      const b = graphBuilder();
      const { e, log } = notation(b);
      const z = logits.map((_, k) => b.input(`z_${k}`));
      const total = b.sum(z.map(e));
      const p = z.map((zk, k) => b.named(`p_${k}`, b.over(e(zk), total)));
      const y = [0.5, 0.2, 0.3];
      const loss = b.negative(b.sum(p.map((pk, k) => b.times(b.constant(String(y[k])), log(pk)))));
      const at = Object.fromEntries(logits.map((logit, k) => [`z_${k}`, logit]));
      const gradient = crossEntropyGradient(logits, y);
      z.forEach((zk, k) => {
        expect(value(b, stable(b, p[k] ?? -1), at)).toBeCloseTo(softmax(logits)[k] ?? -1, 12);
        expect(value(b, stable(b, log(p[k] ?? -1)), at)).toBeCloseTo(logSoftmax(logits)[k] ?? -1, 12);
        expect(value(b, stable(b, derivative(b, loss, zk) ?? -1), at)).toBeCloseTo(gradient[k] ?? -1, 12);
      });
    },
  );

  it("keep a cut symbol's node and the rest of its definition's users", () => {
    const b = graphBuilder();
    const { one, log, logistic } = notation(b);
    const a = b.named("a", logistic(b.input("z")));
    const of = b.plus(log(a), log(b.minus(one, a)));
    const [cut = -1] = stabilise(b, [of], [a]);
    const moved = run(compile(b.nodes, [cut], [a]), {}, 1, undefined, new Map([[a, 0.25]]))[0]?.[0];
    expect(moved).toBeCloseTo(Math.log(0.25) + Math.log(0.75), 15);
  });

  it("of a derivative by a symbol keep that symbol", () => {
    const b = graphBuilder();
    const { log, logistic } = notation(b);
    const z = b.input("z");
    const a = b.named("a", logistic(z));
    const slope = derivative(b, b.negative(log(a)), a) ?? -1;
    expect(value(b, stable(b, slope), { z: 0.5 })).toBeCloseTo(-(1 + Math.exp(-0.5)), 14);
  });

  it("have the same values, to the last digits of double-double", () => {
    let informative = 0;
    let rewritten = 0;
    const operations = [
      "exp",
      "exp",
      "add",
      "add",
      "divide",
      "divide",
      "log",
      "negate",
      "multiply",
      "sigmoid",
    ] as const;
    fc.assert(
      fc.property(randomGraph(operations), ({ builder: b, of, values }) => {
        const slopes = ["x", "y"].flatMap((name) => derivative(b, of, b.input(name)) ?? []);
        const literal = [of, ...slopes];
        const forms = stabilise(b, literal);
        const { outputs } = evaluateExact(b.nodes, [...literal, ...forms], values, 1);
        literal.forEach((node, k) => {
          const [one, other] = [outputs[k], outputs[k + literal.length]];
          const bound = (one?.bound[0] ?? 0) + (other?.bound[0] ?? 0);
          const apart = Math.abs((one?.hi[0] ?? 0) - (other?.hi[0] ?? 0) + ((one?.lo[0] ?? 0) - (other?.lo[0] ?? 0)));
          if (!Number.isFinite(bound)) return;
          expect(apart).toBeLessThanOrEqual(bound);
          informative += bound < 1e-20 ? 1 : 0;
          rewritten += node === forms[k] ? 0 : 1;
        });
      }),
      { seed: 41, numRuns: 2000 },
    );
    expect(informative).toBeGreaterThan(1500);
    expect(rewritten).toBeGreaterThan(1000);
  });

  it("are defined where the literal formula is", () => {
    const operations = ["exp", "add", "divide", "log", "negate", "multiply", "power"] as const;
    fc.assert(
      fc.property(randomGraph(operations), ({ builder: b, of, values }) => {
        const { outputs, whyUndefined } = evaluateExact(b.nodes, [of, ...stabilise(b, [of])], values, 1);
        const [literal, form] = outputs.map(({ hi, bound }) => ({
          undefined: Number.isNaN(hi[0]),
          known: bound[0] !== Number.POSITIVE_INFINITY,
        }));
        const overflown = whyUndefined(0, 0)?.cause === "overflow";
        expect(form?.undefined === true && literal?.undefined === false).toBe(false);
        expect(literal?.undefined === true && form?.known === true && !overflown).toBe(false);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
