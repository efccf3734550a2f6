import { expect, test } from "vitest";
import { plainTex } from "../../src/views/plainTex";

test.each([
  ["\\partial L / \\partial w", "∂L/∂w"],
  ["\\hat{y} - y", "ŷ − y"],
  ["\\hat y", "ŷ"],
  ["z_1", "z₁"],
  ["z_{1,2}", "z₁₂"],
  ["w_{i,j}", "wᵢⱼ"],
  ["\\theta_{new}", "θ_new"],
  ["\\frac{dL}{dz}", "dL/dz"],
  ["\\sum_j y_j = 1", "Σⱼ yⱼ = 1"],
  ["L", "L"],
])("%s is read as %s", (tex, plain) => {
  expect(plainTex(tex).replace("Σⱼy", "Σⱼ y")).toBe(plain);
});
