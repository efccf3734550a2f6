import { expect, it } from "vitest";
import { plainTitle } from "../../src/build/plainTitle";

const formula = (tex: string) => ({ kind: "formula", formula: { tex, segments: [] } }) as const;

it.each([
  ["\\hat{y} - y", "ŷ − y"],
  ["\\partial L / \\partial w", "∂L/∂w"],
  ["\\sigma'", "σ'"],
  ["\\partial{L}/\\partial{z_{1}}", "∂L/∂z₁"],
])("%s is %s in plain characters", (tex, plain) => {
  expect(plainTitle([formula(tex)])).toBe(plain);
});

it("joins words and formulas", () => {
  const title = [{ kind: "text", text: "Slope of " }, { kind: "strong", children: [formula("\\sigma")] }] as const;
  expect(plainTitle(title)).toBe("Slope of σ");
});
