import { expect, test } from "vitest";
import { openWorkbench } from "../../src/check/openWorkbench";
import { compileDerivation } from "../../src/derivation/compile";
import { initialBindings } from "../../src/store/PageState";
import { pageClasses } from "../../src/views/pageClasses";

const tempered = compileDerivation(
  [
    "---",
    "inputs:",
    "  z: {value: [1, 2, 0.5], range: [-4, 4]}",
    "  T: {value: 1, range: [0.2, 5]}",
    "  K: 3",
    "---",
    "",
    "## Temperature",
    "",
    "$$",
    "q_j = \\frac{e^{z_j / T}}{\\sum_l e^{z_l / T}}",
    "$$",
    "",
    "$$",
    "\\frac{\\partial q_j}{\\partial z_k} = \\begin{cases} q_j (1 - q_j) / T, & j = k \\\\ -q_j q_k / T, & j \\ne k \\end{cases}",
    "$$",
  ].join("\n"),
);

test("a document with a temperature has classes, and the temperature is an input that moves them", () => {
  const [section] = tempered.sections;
  const bench = openWorkbench(tempered, section?.id ?? "");
  const classes = pageClasses(bench, tempered, section?.id ?? "");
  expect(bench.inputs.map(({ key }) => key)).toContain("T");
  expect(classes?.logits.map(({ key }) => key)).toEqual(["z_1", "z_2", "z_3"]);
  const start = initialBindings(bench);
  for (const temperature of [0.5, 1, 4]) {
    const bindings = { ...start, inputs: { ...start.inputs, T: temperature } };
    const powers = [1, 2, 0.5].map((logit) => Math.exp(logit / temperature));
    const sum = powers.reduce((total, power) => total + power, 0);
    const shares = classes?.probes.map((probe) => probe.value(bindings)) ?? [];
    for (const [at, power] of powers.entries()) expect(shares[at]).toBeCloseTo(power / sum, 12);
  }
});
