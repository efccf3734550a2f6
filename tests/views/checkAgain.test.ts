import { expect, test } from "vitest";
import { sayVerdict } from "../../src/check/SaidVerdict";
import type { Verdict } from "../../src/check/Verdict";
import { sameVerdict } from "../../src/views/checkAgain";

const holds: Verdict = { kind: "holds", samples: 86, largestDifference: 2e-32, notes: [] };

test.each<[string, Verdict | null, boolean]>([
  ["itself", { ...holds }, true],
  ["one point fewer", { ...holds, samples: 85 }, false],
  ["another difference", { ...holds, largestDifference: 3e-32 }, false],
  ["another kind", { kind: "not-checked", reason: { code: "budget", detail: "", tex: null } }, false],
  ["no verdict", null, false],
])("a verdict with its words against %s", (_, other, same) => {
  expect(sameVerdict(sayVerdict(holds), other)).toBe(same);
});
