import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentId, documentPaths } from "../src/build/documentPaths";
import { checkDerivation } from "../src/check/checkDerivation";
import type { Verdict } from "../src/check/Verdict";
import { chainsIn } from "../src/derivation/addresses";
import { compileDerivation } from "../src/derivation/compile";
import type { Block, Chain, Derivation, Inline, Section, Step } from "../src/derivation/Derivation";
import { backpropagation, type SourceDisplay, sameTex, softmax } from "./library/sourceFormulas";

const paths = documentPaths(join(import.meta.dirname, "../src/library"));
const documents = paths.map((path) => {
  const derivation = compileDerivation(readFileSync(path, "utf8"));
  return { id: documentId(path), derivation, verdicts: checkDerivation(derivation).verdicts };
});

describe.each(documents)("$id", ({ derivation, verdicts }) => {
  const judged = derivation.steps.map((step, i) => ({ step, verdict: verdicts[i] ?? null }));
  const own = judged.filter(({ step }) => !step.asPublished);
  const published = derivation.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === "callout" && block.asPublished ? [block] : []));

  it("is read without an error", () => {
    expect(derivation.problems.filter((problem) => problem.severity === "error")).toEqual([]);
    expect(linesOf(derivation).filter((line) => line.error !== null)).toEqual([]);
  });

  it("has sections of its own, each with formulas", () => {
    expect(derivation.sections.length).toBeGreaterThan(0);
    for (const section of derivation.sections) expect(chainsIn(section.blocks).length).toBeGreaterThan(0);
  });

  it("judges every claim", () => {
    const claims = own.filter(({ step }) => step.role === "claim");
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter(({ verdict }) => verdict === null || verdict.kind === "not-checked").map(tell)).toEqual([]);
  });

  it("holds, but where its prose names a condition", () => {
    const wrong = own.filter(({ step, verdict }) => {
      if (verdict === null || verdict.kind === "holds") return false;
      return verdict.kind !== "holds-if" || !namesCondition(sectionOf(derivation, step));
    });
    expect(wrong.map(tell)).toEqual([]);
  });

  it("leaves nothing as an equation that nobody judges", () => {
    expect(own.filter(({ step }) => step.role === "equation" || step.role === "given").map(tell)).toEqual([]);
  });

  it("shows as published only what fails, or holds on a condition", () => {
    const passages = published.map((callout) => {
      const chains = new Set(chainsIn(callout.blocks).map((chain) => chain.id));
      return judged.filter(({ step }) => chains.has(step.right.chain)).map(({ verdict }) => verdict?.kind);
    });
    for (const kinds of passages) expect(kinds.some((kind) => kind === "fails" || kind === "holds-if")).toBe(true);
  });
});

describe.each([
  { id: "math-for-backpropagation", displays: backpropagation },
  { id: "softmax-cross-entropy", displays: softmax },
])("our edition $id", ({ id, displays }) => {
  const derivation = documents.find((document) => document.id === id)?.derivation;
  const chains = derivation === undefined ? [] : chainsOf(derivation);
  const sides = (asPublished: boolean) =>
    chains
      .filter((chain) => chain.asPublished === asPublished)
      .flatMap((chain) => chain.lines.map((line) => sameTex(line.formula.tex)));

  it("has every line of the source, right as it is or corrected, in the source's order", () => {
    const wanted = displays.flatMap((display) => display.corrected ?? display.sides);
    expect(missing(wanted, sides(false))).toEqual([]);
  });

  it("has every wrong line as it was published, in the source's order", () => {
    const wrong = displays.filter((display: SourceDisplay) => display.erratum !== undefined);
    expect(wrong.length).toBeGreaterThan(0);
    expect(
      missing(
        wrong.flatMap((display) => display.sides),
        sides(true),
      ),
    ).toEqual([]);
  });
});

/** What of `wanted` does not follow, in order, in `found`. A side that is repeated may be the one just met. */
function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  let at = 0;
  return wanted.filter((tex) => {
    const next = found.indexOf(sameTex(tex), Math.max(0, at - 1));
    if (next < 0) return true;
    at = next + 1;
    return false;
  });
}

function chainsOf(derivation: Derivation): readonly Chain[] {
  return derivation.sections.flatMap((section) => chainsIn(section.blocks));
}

function linesOf(derivation: Derivation) {
  return chainsOf(derivation).flatMap((chain) => chain.lines);
}

function sectionOf(derivation: Derivation, step: Step): Section | undefined {
  return derivation.sections.find((section) => section.id === step.section);
}

/** A section may have a step that holds on a condition if it says so to the reader. */
function namesCondition(section: Section | undefined): boolean {
  const words = (section?.blocks ?? []).map(wordsOf).join(" ");
  return /\b(needs?|only (if|where)|holds on a condition|provided that|sums? to one)\b/i.test(words);
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.children.map(plain).join("");
    case "callout":
      return [block.title, ...block.blocks.map(wordsOf)].join(" ");
    case "quote":
      return block.blocks.map(wordsOf).join(" ");
    case "list":
      return block.items.flat().map(wordsOf).join(" ");
    default:
      return "";
  }
}

function plain(inline: Inline): string {
  if ("children" in inline) return inline.children.map(plain).join("");
  return "text" in inline ? inline.text : " ";
}

function tell({ step, verdict }: { readonly step: Step; readonly verdict: Verdict | null }): string {
  return `${step.section} ${step.right.chain}:${step.right.line} ${step.role} ${JSON.stringify(verdict)}`;
}
