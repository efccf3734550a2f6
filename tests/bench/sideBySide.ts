import { existsSync, readFileSync } from "node:fs";
import { checkDerivation } from "../../src/check/checkDerivation";
import { surveyor } from "../../src/check/surveyor";
import { compileDerivation } from "../../src/derivation/compile";
import { isRight, type KnownStep, lastVerdict } from "./judgeCorpus";
import { openPeers } from "./peers";

/** A step whose truth is known, as two formulas and as what Backstep says of it in its document. */
interface Case {
  readonly left: string;
  readonly right: string;
  readonly isRight: (kind: string) => boolean;
  readonly judge: () => string;
}

interface Marks {
  right: number;
  wrong: number;
  refused: number;
  milliseconds: number;
}

/** Backstep and compute-engine's `isEqual` on the same steps, one after the other. */
export async function benchSideBySide(paths: readonly string[], documents: readonly string[]): Promise<void> {
  const cases = [...paths.filter((path) => existsSync(path)).flatMap(knownCases), ...documents.flatMap(libraryCases)];
  const { ComputeEngine } = await (await openPeers()).computeEngine();
  const engine = new ComputeEngine();
  const theirs = ({ left, right }: Case): string => {
    try {
      const equal = engine.parse(left).isEqual(engine.parse(right));
      return equal === undefined ? "not-checked" : equal ? "holds" : "fails";
    } catch {
      return "not-checked";
    }
  };
  console.log("the same steps, side by side", {
    steps: cases.length,
    backstep: marksOf(cases, (one) => one.judge()),
    "compute-engine isEqual": marksOf(cases, theirs),
  });
}

function marksOf(cases: readonly Case[], judge: (one: Case) => string): Marks {
  const marks: Marks = { right: 0, wrong: 0, refused: 0, milliseconds: 0 };
  const began = performance.now();
  for (const one of cases) {
    const kind = judge(one);
    if (kind !== "holds" && kind !== "fails" && kind !== "holds-if") marks.refused += 1;
    else if (one.isRight(kind)) marks.right += 1;
    else marks.wrong += 1;
  }
  marks.milliseconds = Math.round(performance.now() - began);
  return marks;
}

/** Known steps of other authors' documents that are in scope. */
function knownCases(path: string): readonly Case[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as KnownStep & { readonly lhs: string; readonly rhs: string })
    .filter((row) => row.scope === "in")
    .map((row) => ({
      left: row.lhs,
      right: row.rhs,
      isRight: (kind) => isRight(row, kind),
      judge: () => lastVerdict(row.markdown),
    }));
}

/** Steps that a document of the library derives: they hold, some on a condition that it states. */
function libraryCases(text: string): readonly Case[] {
  const derivation = compileDerivation(text);
  const { verdicts } = checkDerivation(derivation);
  const bench = surveyor(derivation);
  return derivation.steps.flatMap((step, at): readonly Case[] => {
    const [left, right] = [bench.line(step, "left"), bench.line(step, "right")];
    if (step.role !== "claim" || step.asPublished || left === null || right === null) return [];
    return [
      {
        left: left.formula.tex,
        right: right.formula.tex,
        isRight: (kind) => kind === "holds" || kind === "holds-if",
        judge: () => verdicts[at]?.kind ?? "not-checked",
      },
    ];
  });
}
