import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Bindings } from "../../src/check/Bindings";
import { openWorkbench } from "../../src/check/openWorkbench";
import type { Workbench } from "../../src/check/Workbench";
import { compileDerivation } from "../../src/derivation/compile";
import { alongPath, graphPaths } from "../../src/views/graphPaths";

const logistic = compileDerivation(readFileSync("src/library/math-for-backpropagation.md", "utf8"));
const classes = compileDerivation(readFileSync("src/library/softmax-cross-entropy.md", "utf8"));

function start(workbench: Workbench): Bindings {
  return {
    inputs: Object.fromEntries(workbench.inputs.map(({ key, initial }) => [key, initial])),
    indices: Object.fromEntries(workbench.indices.map(({ letter, initial }) => [letter, initial])),
  };
}

describe("a page computes from its own formulas", () => {
  it("gives every line of ∂L/∂z the value a − y", () => {
    const workbench = openWorkbench(logistic, "partial-l-partial-z");
    const { x = 0, w = 0, b = 0, y = 0 } = start(workbench).inputs;
    const expected = 1 / (1 + Math.exp(-(w * x + b))) - y;
    const published = 7;
    for (const value of workbench.lineValues(start(workbench)).slice(0, published))
      expect(value).toBeCloseTo(expected, 12);
  });

  it("gives ∂L/∂z_k as p_k − y_k beside every logit", () => {
    const workbench = openWorkbench(classes, "hat-y-y");
    const bindings = start(workbench);
    const logits = [1, 2, 3, 4].map((k) => bindings.inputs[`z_{1,${k}}`] ?? Number.NaN);
    const total = logits.reduce((sum, z) => sum + Math.exp(z), 0);
    const gradients = workbench.gradients(bindings);
    logits.forEach((z, at) => {
      const label = bindings.inputs[`y_{1,${at + 1}}`] ?? Number.NaN;
      expect(gradients[`z_{1,${at + 1}}`]).toBeCloseTo(Math.exp(z) / total - label, 12);
    });
  });

  it("draws curves through the current point", () => {
    const workbench = openWorkbench(logistic, "partial-l-partial-w");
    const bindings = start(workbench);
    const at = Float64Array.of(workbench.axisValue("w", bindings));
    const values = workbench.lineValues(bindings);
    const curves = workbench.curves([0, 1], "w", at, bindings);
    expect(curves.map((curve) => curve[0])).toEqual([values[0], values[1]]);
  });

  it("states the gradient three ways that agree", () => {
    const workbench = openWorkbench(logistic, "partial-l-partial-b");
    const gradient = workbench.threeWay(0, start(workbench));
    expect(gradient?.digits).toBeGreaterThanOrEqual(8);
    expect(gradient?.formula).toBeCloseTo(gradient?.automatic ?? Number.NaN, 12);
  });

  it("starts where no line is left out by its own condition, and has no value for one that is", () => {
    const workbench = openWorkbench(
      compileDerivation(
        "# Softmax\n\n$$ p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}} $$\n\n$$ \\frac{\\partial p_i}{\\partial z_j} = -p_i p_j, \\quad i \\neq j $$",
      ),
      "softmax",
    );
    expect(start(workbench).indices).toEqual({ i: 1, j: 2 });
    expect(workbench.lineValues(start(workbench)).at(-1)).toBeLessThan(0);
    expect(workbench.lineValues({ ...start(workbench), indices: { i: 2, j: 2 } }).at(-1)).toBeNaN();
  });

  it("has adjoints that flow back along the edges", () => {
    const workbench = openWorkbench(logistic, "partial-l-partial-z");
    const { loss } = workbench;
    if (loss === null) throw new Error("no loss");
    const graph = workbench.graph(loss.expression, loss.scope, {});
    if (graph === null) throw new Error("no graph");
    const { adjoints, locals } = graph.observe(start(workbench).inputs);
    graph.nodes.forEach((node, at) => {
      if (node.kind === "output") return;
      const flowing = graph.edges.reduce(
        (sum, { from, to }, edge) => (from === at ? sum + (locals[edge] ?? 0) * (adjoints[to] ?? 0) : sum),
        0,
      );
      expect(flowing).toBeCloseTo(adjoints[at] ?? Number.NaN, 12);
    });
  });
});

describe.each([
  ["math-for-backpropagation", logistic],
  ["softmax-cross-entropy", classes],
  ["various-gradients", compileDerivation(readFileSync("src/library/various-gradients.md", "utf8"))],
])("the graphs of %s", (_, derivation) => {
  it.each(derivation.sections.map(({ id }) => id))("%s: adjoints are automatic derivatives to 1e-12", (id) => {
    const workbench = openWorkbench(derivation, id);
    const { loss } = workbench;
    if (loss === null) return;
    const bindings = start(workbench);
    const graph = workbench.graph(loss.expression, loss.scope, bindings.indices);
    const gradients = workbench.gradients(bindings);
    if (graph === null) throw new Error("no graph");
    const { adjoints, locals } = graph.observe(bindings.inputs);
    const differences = graph.nodes.flatMap(({ key, kind }, at) => {
      const slope = adjoints[at] ?? Number.NaN;
      if (kind === "output" || !Number.isFinite(slope)) return [];
      const { paths, isCut } = graphPaths(graph, at, 500);
      const sum = paths.reduce((all, path) => all + alongPath(path, locals), 0);
      const scale = Math.max(1, Math.abs(slope));
      return [...(isCut ? [] : [(sum - slope) / scale]), ...(key in gradients ? [slope - (gradients[key] ?? 0)] : [])];
    });
    expect(differences.length).toBeGreaterThan(0);
    expect(Math.max(...differences.map(Math.abs))).toBeLessThan(1e-12);
  });
});
