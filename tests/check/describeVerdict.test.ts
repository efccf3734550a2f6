import { describe, expect, it } from "vitest";
import { conditionWords, describeVerdict, reasonWords } from "../../src/check/describeVerdict";
import { judgeStep } from "./lastVerdict";

const reasons = [
  "relation approximate taken-as-given equation missing-line vacuous unconnected one-sided unread-definition operator",
  "lost-in-definition letter-as-number circular-definition lost-index index-not-a-number too-many-terms shape unsupported",
  "prime-variable wrong-arity derivative-by too-large mostly-undefined ill-conditioned budget no-indices engines-disagree",
  "imaginary-unit",
].flatMap((line) => line.split(" "));
const conditions =
  "sum-ends-early summation sum-is-one summation-and-sum-is-one strict-partial positive one-of logistic"
    .split(" ")
    .concat("where-defined", "other-definition");

describe("words for a verdict", () => {
  it.each(reasons)("not checked: %s", (code) => {
    const words = reasonWords({ code, detail: "first|second", tex: null });
    expect(words).not.toBe("first|second");
    expect(words).toMatch(/^[A-Z“A-Zσ∂f].*\.$/s);
    expect(words).not.toMatch(/proved|proven/i);
  });

  it.each(conditions)("holds if: %s", (code) => {
    const condition = { code, detail: "first|second", tex: null };
    expect(conditionWords(condition)).not.toBe("first|second");
    const { sentence } = describeVerdict({
      kind: "holds-if",
      condition,
      samples: 50,
      largestDifference: 0,
      counterexample: null,
      notes: [],
    });
    expect(sentence).toContain(conditionWords(condition));
    expect(sentence).not.toMatch(/proved|proven/i);
  });

  it("says which capitals were taken as numbers where shapes do not fit", () => {
    const verdict = judgeStep("\\operatorname{tr}(AX) = \\sum_i \\sum_j A_{ij} X_{ji}");
    expect(verdict.kind === "not-checked" && reasonWords(verdict.reason)).toContain("A, X were taken as numbers");
  });

  it("says “is” of one symbol and “are” of several", () => {
    const words = (detail: string) => conditionWords({ code: "positive", detail, tex: null });
    expect([words("x"), words("x, z")]).toEqual(["x is positive", "x, z are positive"]);
  });

  it("says at how many points nothing was found, and the two values of a counterexample", () => {
    expect(describeVerdict({ kind: "holds", samples: 97, largestDifference: 0, notes: [] }).sentence).toContain("97");
    const counterexample = { inputs: {}, indices: {}, left: 9, right: -5 };
    const { sentence } = describeVerdict({
      kind: "fails",
      samples: 97,
      largestDifference: 4,
      counterexample,
      slip: null,
      notes: [],
    });
    expect(sentence).toContain("9");
    expect(sentence).toContain("−5");
  });
});
