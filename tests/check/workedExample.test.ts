import { describe, expect, it } from "vitest";
import { brief, display, lastVerdict } from "./lastVerdict";

const values = "Take $x = 2$, $w = 0.5$ and $b = 0.1$; the target is $y = 1$.";
const neuron = [
  values,
  display("z = wx + b"),
  display("a = \\frac{1}{1 + e^{-z}}"),
  display("L = \\frac12 (a - y)^2"),
].join("\n\n");

describe("a step that puts numbers in is judged at the values that the text gives", () => {
  it.each([
    ["wx + b = 0.5 \\cdot 2 + 0.1", "holds"],
    ["wx + b = 0.5 \\cdot 2 + 0.2", "fails"],
    ["\\frac{1}{1 + e^{-z}} = \\frac{1}{1 + e^{-1.1}}", "holds"],
    ["(a - y)\\, a (1 - a)\\, x = (0.75 - 1) \\cdot 0.75 \\cdot (1 - 0.75) \\cdot 2", "holds"],
    ["(a - y)\\, a (1 - a)\\, x = (0.75 - 1) \\cdot 0.75 \\cdot (1 - 0.75)", "fails"],
    ["\\frac{dL}{dw} = (0.75 - 1) \\cdot 0.75 \\cdot (1 - 0.75) \\cdot 2", "holds"],
    ["wx + c = 0.5 \\cdot 2 + 0.3", "not-checked values-unknown"],
    ["z + x - wx = b + x", "holds"],
    ["z + x - wx = b - x", "fails"],
  ])("%s: %s", (step, verdict) => {
    expect(brief(lastVerdict(`${neuron}\n\n${display(step)}`))).toBe(verdict);
  });

  it("says at which values, and counts them as the counterexample where it fails", () => {
    expect(lastVerdict(`${neuron}\n\n${display("wx + b = 0.5 \\cdot 2 + 0.2")}`)).toMatchObject({
      counterexample: { inputs: { w: 0.5, x: 2, b: 0.1 } },
      notes: [{ code: "given-values", detail: "w = 0.5, x = 2, b = 0.1" }],
    });
  });

  it("takes the value that was given last", () => {
    const text = `Take $x = 2$.\n\n${display("3x = 3 \\cdot 2")}\n\nNow take $x = 5$.\n\n${display("3x = 3 \\cdot 5")}`;
    expect(brief(lastVerdict(text))).toBe("holds");
  });

  it("judges the value of a symbol that has a formula", () => {
    expect(brief(lastVerdict(`${neuron}\n\n${display("z = 0.5 \\cdot 2 + 0.1")}`))).toBe("holds");
  });

  it("does not judge the statement of a value", () => {
    expect(brief(lastVerdict(display("x_1 = 0.05")))).toBe("not-checked equation");
  });

  it("leaves an identity between formulas as general as it is", () => {
    expect(brief(lastVerdict(`Take $x = 2$.\n\n${display("x^2 y = 2x y")}`))).toBe("fails");
  });
});

describe("a printed decimal", () => {
  it.each([
    ["\\frac{2}{3} = 0.667", "holds"],
    ["\\frac{2}{3} = 0.666", "holds-if cut-off"],
    ["-\\frac{2}{3} = -0.666", "holds-if cut-off"],
    ["\\frac{2}{3} = 0.665", "fails"],
    ["\\frac{2}{3} = 0.668", "fails"],
    ["\\frac12 (0.01 - 0.75136507)^2 = 0.274811083", "holds-if cut-off"],
    ["\\frac12 (0.01 - 0.75136507)^2 = 0.274811082", "fails"],
    ["2 + 2 = 5", "fails"],
  ])("%s: %s", (step, verdict) => {
    expect(brief(lastVerdict(display(step)))).toBe(verdict);
  });
});
