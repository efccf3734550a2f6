import { describe, expect, it } from "vitest";
import { openWorkbench } from "../../src/check/openWorkbench";
import { compileDerivation } from "../../src/derivation/compile";
import { display } from "./lastVerdict";

const derivation = compileDerivation(
  ["## Neuron", "a = \\frac{1}{1+e^{-z}}", "z = w x + b", "L = (a - y)^2", "\\frac{dL}{dw} = 2(a-y)a(1-a)x"]
    .map((line, at) => (at === 0 ? line : display(line)))
    .join("\n\n"),
);
const bench = openWorkbench(derivation, derivation.sections[0]?.id ?? "");
const inputs = { w: 0.5, x: 2, b: -0.25, y: 1 };
const bindings = { inputs, indices: {} };

/** The same neuron by hand. */
function byHand({ w, x, b, y }: typeof inputs) {
  const z = w * x + b;
  const a = 1 / (1 + Math.exp(-z));
  const slope = 2 * (a - y) * a * (1 - a);
  return { z, a, loss: (a - y) ** 2, slope: { w: slope * x, x: slope * w, b: slope } };
}

describe("the workbench of a neuron", () => {
  const { loss, slope } = byHand(inputs);

  it("has the free numbers as inputs, y as a label", () => {
    expect(bench.inputs.map(({ key }) => key).toSorted()).toEqual(["b", "w", "x", "y"]);
    expect(bench.inputs.find(({ key }) => key === "y")?.role).toBe("label");
  });

  it("computes lines as by hand", () => {
    const values = bench.lineValues(bindings);
    expect(values.at(-1)).toBeCloseTo(slope.w, 14);
    expect(values.at(-2)).toBeCloseTo(slope.w, 14);
    expect([...values].some((value) => Math.abs(value - loss) < 1e-14)).toBe(true);
  });

  it("has the gradient of the loss by every input that is no label", () => {
    const gradients = bench.gradients(bindings);
    expect(Object.keys(gradients).toSorted()).toEqual(["b", "w", "x"]);
    for (const key of ["b", "w", "x"] as const) expect(gradients[key]).toBeCloseTo(slope[key], 14);
  });

  it.each(["w", "x", "b"])("draws curves over %s that pass through the current value", (axis) => {
    const at = Float64Array.of(-1, bench.axisValue(axis, bindings), 1);
    const all = bench.lines.map((_, line) => line);
    const middle = bench.curves(all, axis, at, bindings).map((curve) => curve[1]);
    expect(middle).toEqual([...bench.lineValues(bindings)]);
  });

  it("has adjoints that are the sum over outgoing edges of local × adjoint", () => {
    if (bench.loss === null) throw new Error("no loss");
    const graph = bench.graph(bench.loss.expression, bench.loss.scope, {});
    if (graph === null) throw new Error("no graph");
    const { adjoints, locals, values } = graph.observe(inputs);
    const output = graph.nodes.findIndex(({ kind }) => kind === "output");
    expect(values[output]).toBeCloseTo(loss, 14);
    expect(adjoints[output]).toBe(1);
    expect(graph.nodes.length).toBeGreaterThan(5);
    graph.nodes.forEach((_, node) => {
      if (node === output) return;
      const sum = graph.edges.reduce(
        (total, { from, to }, edge) => (from === node ? total + (locals[edge] ?? 0) * (adjoints[to] ?? 0) : total),
        0,
      );
      expect(Math.abs(sum - (adjoints[node] ?? Number.NaN))).toBeLessThan(1e-12);
    });
    expect(adjoints[graph.nodes.findIndex(({ key }) => key === "w")]).toBeCloseTo(slope.w, 14);
  });

  it("probes a formula's value and slope", () => {
    if (bench.loss === null) throw new Error("no loss");
    const probe = bench.probe(bench.loss.expression, bench.loss.scope);
    expect(probe?.value(bindings)).toBeCloseTo(loss, 14);
    expect(probe?.slope("w", bindings)).toBeCloseTo(slope.w, 14);
    const moved = probe?.along("w", Float64Array.of(-2, 3), bindings);
    expect(moved?.[0]).toBeCloseTo(byHand({ ...inputs, w: -2 }).loss, 14);
    expect(moved?.[1]).toBeCloseTo(byHand({ ...inputs, w: 3 }).loss, 14);
  });
});
