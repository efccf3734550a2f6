import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDerivation } from "../../src/check/checkDerivation";
import { checkStep } from "../../src/check/checkStep";
import { rememberingJudge } from "../../src/check/rememberingJudge";
import type { StepJudge } from "../../src/check/StepJudge";
import { smallerSteps } from "../../src/check/smallerSteps";
import { boundedMemory, type VerdictMemory } from "../../src/check/VerdictMemory";
import { compileDerivation } from "../../src/derivation/compile";
import { print } from "../../src/formula/print";
import { editedDocuments, editedLibrary } from "./changedDocuments";
import { display } from "./lastVerdict";

const runs = Number(process.env.EDITS ?? 1);

const remember = () => boundedMemory(Number.POSITIVE_INFINITY);

function reportOf(text: string, judge: StepJudge) {
  return checkDerivation(compileDerivation(text), { judge });
}

/** A judge that remembers, and the right sides of the steps that it judged itself. */
function counting(memory: VerdictMemory, engine = "this engine") {
  const judged: string[] = [];
  const judge = rememberingJudge(memory, engine, (step, surveyed, options) => {
    judged.push(print(step.right));
    return checkStep(step, surveyed, options);
  });
  return { judge, judged };
}

describe("an edited document", () => {
  it.each([
    ["small documents", editedDocuments, 100],
    ["the documents at hand", editedLibrary, 8],
  ] as const)(
    "has the verdicts that it has without a memory: %s",
    (_, documents, numRuns) => {
      let [steps, judgedAgain] = [0, 0];
      fc.assert(
        fc.property(documents, ({ before, after }) => {
          const memory = remember();
          expect(reportOf(before, rememberingJudge(memory, ""))).toStrictEqual(reportOf(before, checkStep));
          const { judge, judged } = counting(memory, "");
          const plain = reportOf(after, checkStep);
          expect(reportOf(after, judge)).toStrictEqual(plain);
          steps += plain.verdicts.filter((verdict) => verdict !== null).length;
          judgedAgain += judged.length;
        }),
        { seed: 5, numRuns: numRuns * runs },
      );
      // It would prove nothing if everything were judged again.
      expect(judgedAgain).toBeLessThan(steps / 2);
    },
    120_000,
  );

  it("opens into the same smaller steps", () => {
    const text = ["z = w x + b", "\\frac{d (z^2 + z)}{dw} = 2 z x + x = x (2 z + 1)"].map(display).join("\n\n");
    const memory = remember();
    const open = (source: string, judge: StepJudge) => {
      const { derivation, verdicts } = reportOf(source, judge);
      return smallerSteps(derivation, verdicts, { seed: 1, samples: 48, judge });
    };
    expect(Object.keys(open(text, rememberingJudge(memory, "")))).not.toEqual([]);
    const { judge, judged } = counting(memory, "");
    const below = `${display("q = 2 u + u = 3 u")}\n\n${text}`;
    expect(open(below, judge)).toStrictEqual(open(below, checkStep));
    expect(judged).toEqual(["3 u"]);
  });
});

const chain = ["z = w x + b", "a = z^2", "\\frac{da}{dz} = 2 z", "\\frac{dz}{dw} = x", "c + c = 2 c"];

describe("after an edit of one line", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing", chain, []],
    ["a right side", chain.with(3, "\\frac{dz}{dw} = 2 x - x"), ["2 x - x"]],
    ["a definition: what rests on it", chain.with(1, "a = z^2 + 0"), ["2 z"]],
    ["a definition that another rests on", chain.with(0, "z = w x - b"), ["2 z", "x"]],
    ["a line above", ["u + u = 2 u", ...chain], ["2 u"]],
    ["no formula", ["\\text{Words}", ...chain], []],
    ["a line moved", ["c + c = 2 c", ...chain.slice(0, -1)], []],
  ])("judges the steps that depend on it: %s", (_, edited, again) => {
    const memory = remember();
    const text = (lines: readonly string[]) => lines.map(display).join("\n\n");
    reportOf(text(chain), rememberingJudge(memory, "this engine"));
    const { judge, judged } = counting(memory);
    expect(reportOf(text(edited), judge)).toStrictEqual(reportOf(text(edited), checkStep));
    expect(judged).toEqual(again);
  });

  it.each([
    ["another engine", "another engine", {}],
    ["another seed", "this engine", { seed: 2 }],
    ["more samples", "this engine", { samples: 64 }],
  ])("with %s judges everything", (_, engine, settings) => {
    const memory = remember();
    const derivation = compileDerivation(chain.map(display).join("\n\n"));
    checkDerivation(derivation, { judge: counting(memory).judge });
    const { judge, judged } = counting(memory, engine);
    checkDerivation(derivation, { judge, ...settings });
    expect(judged).toEqual(["2 z", "x", "2 c"]);
  });

  it("judges a worked example again at other values", () => {
    const given = (value: string) => `Take $x = ${value}$.\n\n$$ x + 1 = 3 $$\n\n$$ x + x = 2 x $$`;
    const memory = remember();
    reportOf(given("2"), rememberingJudge(memory, "this engine"));
    const { judge, judged } = counting(memory);
    expect(reportOf(given("4"), judge)).toStrictEqual(reportOf(given("4"), checkStep));
    expect(judged).toContain("3");
  });
});
