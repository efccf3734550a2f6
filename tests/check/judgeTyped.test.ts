import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeTyped } from "../../src/check/judgeTyped";
import { compileDerivation } from "../../src/derivation/compile";

const logistic = compileDerivation(readFileSync("src/library/math-for-backpropagation.md", "utf8"));
const classes = compileDerivation(readFileSync("src/library/softmax-cross-entropy.md", "utf8"));

function stepOf(derivation: typeof logistic, section: string, place: number): string {
  const steps = derivation.steps.filter((step) => step.section === section && step.role === "claim");
  return steps[place]?.id ?? "";
}

describe("a reader's own line is judged as the document's lines are", () => {
  test.each([
    ["a - y", "holds"],
    ["\\sigma(z) - y", "holds"],
    ["a(1 - y) - y(1 - a)", "holds"],
    ["y - a", "fails"],
    ["a y", "fails"],
    ["\\frac{a}{", "unread"],
    ["\\nosuchcommand a", "unread"],
  ])("∂L/∂z = %s: %s", (tex, kind) => {
    const judgement = judgeTyped(logistic, stepOf(logistic, "partial-l-partial-z", 3), tex);
    expect(judgement?.kind === "judged" ? judgement.verdict.kind : judgement?.kind).toBe(kind);
  });

  test("what needs labels that sum to one holds if they do", () => {
    const judgement = judgeTyped(classes, stepOf(classes, "hat-y-y", 4), "\\hat{y}_{i,k} - y_{i,k}");
    expect(judgement).toMatchObject({ kind: "judged", verdict: { kind: "holds-if" } });
  });

  test("a step that is not there is not judged", () => {
    expect(judgeTyped(logistic, "none", "1")).toBeNull();
  });
});
