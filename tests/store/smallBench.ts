import type { InputSpec, Workbench } from "../../src/check/Workbench";

/** A workbench of a few lines: y = a·x, with an index and a label vector, enough to move everything a page can move. */

function input(key: string, initial: number, min: number, max: number, part: Partial<InputSpec> = {}): InputSpec {
  const name = key.replace(/_.*$/, "");
  const indices = key.includes("_") ? [Number(key.slice(key.indexOf("_") + 1))] : [];
  return {
    key,
    name,
    indices,
    tex: key,
    min,
    max,
    step: 0.01,
    initial,
    choices: null,
    role: "input",
    simplex: null,
    ...part,
  };
}

export const smallBench: Workbench = {
  inputs: [
    input("x", 0.5, -3, 3),
    input("step", 1, -100, 100),
    input(".dot", 1, -100, 100),
    input("w_{1,2}", 0, -1e9, 1e9, { name: "w", indices: [1, 2] }),
    input("y_1", 0, 0, 1, { role: "label" }),
    input("y_2", 1, 0, 1, { role: "label" }),
    input("y_3", 0, 0, 1, { role: "label" }),
  ],
  indices: [
    { letter: "k", tex: "k", size: 3, initial: 2 },
    { letter: "i", tex: "i", size: 2, initial: 1 },
  ],
  axes: [
    { key: "x", name: "x", tex: "x", node: 0, min: -3, max: 3 },
    { key: "z", name: "z", tex: "z", node: 1, min: -6, max: 6 },
  ],
  lines: [
    { step: 1, address: { chain: "c", line: 0 }, indices: [], unavailable: null },
    { step: 2, address: { chain: "c", line: 1 }, indices: ["k"], unavailable: null },
  ],
  steps: [],
  loss: {
    tex: "L",
    name: "L",
    expression: { kind: "variable", name: "L", indices: [], span: { start: 0, end: 1 } },
    scope: 0,
  },
  probe: () => null,
  canonical: (name) => name,
  headOf: () => null,
  graph: () => null,
  scopeOf: () => 0,
  lineValues: ({ inputs, indices }) => Float64Array.of((inputs.x ?? 0) * 2, (inputs.x ?? 0) * (indices.k ?? 0)),
  gradients: ({ inputs }) => ({ x: 2 * (inputs.x ?? 0) }),
  curves: (lines, _, at) => lines.map(() => Float64Array.from(at)),
  axisValue: (axis, { inputs }) => inputs[axis] ?? Number.NaN,
  threeWay: () => null,
  literalValue: () => 0,
  stepErrors: () => null,
};
