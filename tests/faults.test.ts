import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentId, documentPaths } from "../src/build/documentPaths";
import { checkDerivation } from "../src/check/checkDerivation";
import type { Verdict } from "../src/check/Verdict";
import { compileDerivation } from "../src/derivation/compile";
import type { Derivation, Step } from "../src/derivation/Derivation";
import { flipSigns, linesOf } from "./library/flipSigns";

/**
 * Every line of every document with one sign turned must be noticed by the step that leads to it or from it, nearly
 * always as a failure outright. A flip that changes nothing (0, a square) would be equivalent; the documents have none,
 * so none is excused.
 */
describe.each(
  documentPaths(join(import.meta.dirname, "../src/library")).map((path) => ({ id: documentId(path), path })),
)("$id with one sign turned", ({ path }) => {
  const text = readFileSync(path, "utf8");
  const derivation = compileDerivation(text);
  const claimed = new Set(claims(derivation).flatMap((step) => [lineKey(step.left), lineKey(step.right)]));
  const mutants = linesOf(derivation)
    .filter(({ chain, line }) => claimed.has(lineKey({ chain: chain.id, line })))
    .flatMap(({ chain, line, formula }) =>
      flipSigns(text, formula).map((mutant) => ({ ...mutant, chain: chain.id, line })),
    );

  it("is noticed, wherever the sign is", () => {
    expect(mutants.length).toBeGreaterThan(10);
    const verdicts = mutants.map((mutant) => ({ mutant, found: judge(mutant.text, mutant.chain, mutant.line) }));
    const missed = verdicts.filter(({ found }) => found.every((kind) => kind === "holds"));
    const failing = verdicts.filter(({ found }) => found.includes("fails"));
    expect(missed.map(({ mutant }) => mutant.what)).toEqual([]);
    expect(failing.length / mutants.length).toBeGreaterThanOrEqual(0.97);
  });
});

/** Verdicts of the steps on both sides of a line of the changed document. */
function judge(text: string, chain: string, line: number): readonly Verdict["kind"][] {
  const derivation = compileDerivation(text);
  const steps = derivation.steps.filter((step) =>
    [step.left, step.right].some((address) => address.chain === chain && address.line === line),
  );
  const { verdicts } = checkDerivation({ ...derivation, steps });
  return verdicts.flatMap((verdict) => (verdict === null ? [] : [verdict.kind]));
}

function claims(derivation: Derivation): readonly Step[] {
  return derivation.steps.filter((step) => step.role === "claim" && !step.asPublished);
}

function lineKey(address: { readonly chain: string; readonly line: number }): string {
  return `${address.chain}:${address.line}`;
}
