import { describe, expect, test } from "vitest";
import { checkDerivation } from "../../src/check/checkDerivation";
import { compileDerivation } from "../../src/derivation/compile";
import { brief } from "./lastVerdict";

const verdicts = (...parts: readonly string[]) =>
  checkDerivation(compileDerivation(parts.join("\n\n"))).verdicts.flatMap((verdict) =>
    verdict === null ? [] : [brief(verdict)],
  );

describe("a symbol with a formula that takes another one", () => {
  test("an example function is the next example where later steps are about it", () => {
    expect(verdicts("$$f(x) = x^2$$", "$$f'(x) = 2x$$", "And the cube.", "$$f(x) = x^3$$", "$$f'(x) = 3x^2$$")).toEqual(
      ["holds", "not-checked renewed", "holds-if other-definition"],
    );
  });

  test("a claim that nothing later rests on is wrong", () => {
    expect(verdicts("$$f(x) = x^2$$", "Rewritten.", "$$f(x) = x^3$$", "$$f'(x) = 2x$$")).toEqual(["fails", "holds"]);
  });
});
