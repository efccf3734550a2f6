import { checkDerivation } from "../../src/check/checkDerivation";
import { checkStep } from "../../src/check/checkStep";
import { rememberingJudge } from "../../src/check/rememberingJudge";
import type { StepJudge } from "../../src/check/StepJudge";
import { boundedMemory } from "../../src/check/VerdictMemory";
import { compileDerivation } from "../../src/derivation/compile";

const head = [
  "z = w x + b",
  "a = \\frac{1}{1 + e^{-z}}",
  "p_k = \\frac{e^{s_k}}{\\sum_j e^{s_j}}",
  "L = -\\sum_k t_k \\log p_k",
];

const part = (n: number) => [
  `\\frac{d (w x + ${n} b)}{dw} = x`,
  `(c + ${n})^2 = c^2 + ${2 * n} c + ${n * n}`,
  "\\frac{\\partial L}{\\partial s_k} = p_k - t_k",
  `\\frac{d}{dx} e^{${n} x} = ${n} e^{${n} x}`,
  `\\frac{da}{dw} = \\frac{da}{dz} \\frac{dz}{dw} = a (1 - a) x + ${n} - ${n}`,
];

const rounds = 15;

/** What a long document costs that is opened again after an edit, with and without a memory of its verdicts. */
export function judgeEdited(): Readonly<Record<string, unknown>> {
  const lines = [...head, ...Array.from({ length: 34 }, (_, at) => part(at + 1)).flat()];
  const text = (all: readonly string[]) => all.map((tex) => `$$ ${tex} $$`).join("\n\n");
  const edits = {
    "nothing changed": lines,
    "one line changed": lines.map((tex) => (tex.startsWith("(c + 20)") ? tex.replace("400", "399") : tex)),
    "z defined otherwise": ["z = w x - b", ...lines.slice(1)],
  };
  return Object.fromEntries(
    Object.entries(edits).map(([what, edited]) => {
      const after = compileDerivation(text(edited));
      const [plain, again] = [[] as number[], [] as number[]];
      let judged = [0, 0];
      for (let round = 0; round < rounds; round += 1) {
        const memory = boundedMemory(Number.POSITIVE_INFINITY);
        checkDerivation(compileDerivation(text(lines)), { judge: rememberingJudge(memory, "") });
        const [without, withMemory] = [
          counted((judge) => judge),
          counted((judge) => rememberingJudge(memory, "", judge)),
        ];
        plain.push(timed(() => checkDerivation(after, { judge: without.judge })));
        again.push(timed(() => checkDerivation(after, { judge: withMemory.judge })));
        judged = [without.count(), withMemory.count()];
      }
      return [
        what,
        { steps: after.steps.length, judged: judged.join(" → "), milliseconds: `${median(plain)} → ${median(again)}` },
      ];
    }),
  );
}

function counted(around: (judge: StepJudge) => StepJudge): { readonly judge: StepJudge; readonly count: () => number } {
  let count = 0;
  const judge = around((...asked) => {
    count += 1;
    return checkStep(...asked);
  });
  return { judge, count: () => count };
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN);
}
