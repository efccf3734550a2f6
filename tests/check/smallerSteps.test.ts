import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkDerivation } from "../../src/check/checkDerivation";
import { smallerSteps } from "../../src/check/smallerSteps";
import { compileDerivation } from "../../src/derivation/compile";

function opened(text: string) {
  const { derivation, verdicts } = checkDerivation(compileDerivation(text));
  return Object.values(smallerSteps(derivation, verdicts)).map(({ between, last }) => [
    ...between.map(({ tex, rule }) => `${tex} % ${rule.code}`),
    last.code,
  ]);
}

const chain = (...lines: readonly string[]) =>
  `# T\n\n## S\n\n$$\n\\begin{align}\n${lines.join(" \\\\\n")}\n\\end{align}\n$$\n`;

test("collecting terms opens into multiplying out, cancelling and taking out", () => {
  expect(opened(chain("-xy (1 - a) + x(1 - y) a &= x (a - y)"))).toEqual([
    ["-x y + x y a + x a - x y a % expand", "-x y + x a % collect", "take-out"],
  ]);
});

test("a product of slopes opens into one substitution after the other", () => {
  const displays = [
    "L = a y",
    "a = b x",
    "b = w^2",
    "\\frac{dL}{da} = y",
    "\\frac{da}{db} = x",
    "\\frac{dL}{da} \\frac{da}{db} = y x",
  ];
  expect(opened(`# T\n\n## S\n\n${displays.map((tex) => `$$\n${tex}\n$$\n`).join("\n")}`)).toEqual([
    ["y \\frac{da}{db} % substitute", "substitute"],
  ]);
});

describe("stays closed", () => {
  test.each([
    ["one rewrite", chain("a (x + y) &= a x + a y")],
    ["another order", chain("a + y &= y + a")],
    ["a step that fails", chain("-xy (1 - a) + x(1 - y) a &= x (a + y)")],
    ["what no rewrite explains", chain("\\frac{1}{1 + e^{-x}} &= \\frac{e^x}{1 + e^x}")],
  ])("%s", (_what, text) => {
    expect(opened(text)).toEqual([]);
  });
});

test("steps of the library open, each piece judged to hold under another seed too", () => {
  const { derivation, verdicts } = checkDerivation(
    compileDerivation(readFileSync("src/library/math-for-backpropagation.md", "utf8")),
  );
  const found = smallerSteps(derivation, verdicts);
  expect(Object.keys(found).length).toBeGreaterThanOrEqual(6);
  expect(smallerSteps(derivation, verdicts, { seed: 77, samples: 64 })).toEqual(found);
});
