import { readFileSync } from "node:fs";
import { checkDerivation } from "../../src/check/checkDerivation";
import { compileDerivation } from "../../src/derivation/compile";

/** One small document whose last step has a known truth. */
export interface KnownStep {
  readonly id: string;
  readonly scope: "in" | "out";
  readonly markdown: string;
  readonly expect: string;
  readonly also_defensible?: readonly string[];
}

export interface CorpusResult {
  readonly steps: number;
  readonly right: number;
  readonly falseAlarms: number;
  readonly wrongShownAsHolding: number;
  readonly notChecked: number;
  readonly milliseconds: number;
  readonly misses: readonly string[];
}

/** Judges every document of a JSON-lines file by its last step. */
export function judgeCorpus(path: string): CorpusResult {
  const rows = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as KnownStep);
  const began = performance.now();
  const judged = rows.map((row) => ({ row, kind: lastVerdict(row.markdown) }));
  const milliseconds = performance.now() - began;
  const right = judged.filter(({ row, kind }) => isRight(row, kind));
  return {
    steps: rows.length,
    right: right.length,
    falseAlarms: judged.filter(({ row, kind }) => row.expect === "holds" && kind === "fails").length,
    wrongShownAsHolding: judged.filter(({ row, kind }) => row.expect === "fails" && kind === "holds").length,
    notChecked: judged.filter(({ row, kind }) => row.scope === "in" && kind === "not-checked").length,
    milliseconds,
    misses: judged
      .filter(({ row, kind }) => !isRight(row, kind))
      .map(({ row, kind }) => `${row.id}: expected ${row.expect}, got ${kind}`),
  };
}

export function isRight(row: KnownStep, kind: string): boolean {
  if (row.scope === "out") return kind === "not-checked" || kind === row.expect;
  return kind === row.expect || (row.also_defensible ?? []).includes(kind);
}

export function lastVerdict(markdown: string): string {
  const derivation = compileDerivation(markdown);
  const verdict = checkDerivation(derivation).verdicts.at(-1);
  return verdict?.kind ?? derivation.steps.at(-1)?.role ?? "no step";
}
