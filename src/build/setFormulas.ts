import type { Verdict } from "../check/Verdict";
import type { Block, Chain, Derivation, Inline } from "../derivation/Derivation";
import type { Expression } from "../formula/Expression";
import { formulaKey, type FormulaStyle } from "../views/formulaKey";
import { markSymbols } from "../views/markSymbols";
import type { SetFormula } from "../views/SetFormula";
import { symbolClasses, symbolColours } from "../views/symbolColours";
import { setFormula } from "./setFormula";

/** A formula of a page: its TeX, its style, and its trees where it was read, so that its symbols can be marked. */
interface Occurrence {
  readonly tex: string;
  readonly style: FormulaStyle;
  readonly expressions: readonly Expression[];
}

/** Sets every formula of a document's pages once: lines, prose, titles, and the formulas that verdicts name. */
export function setFormulas(
  derivation: Derivation,
  verdicts: readonly (Verdict | null)[],
): Readonly<Record<string, SetFormula>> {
  const colours = symbolColours(derivation);
  const classesOf = (name: string) => symbolClasses(name, colours);
  const occurrences = [
    ...derivation.sections.flatMap((section) => [...inText(section.title), ...section.blocks.flatMap(inBlock)]),
    ...verdicts.flatMap((verdict) => (verdict === null ? [] : inVerdict(verdict))),
  ];
  const formulas: Record<string, SetFormula> = {};
  for (const { tex, style, expressions } of occurrences) {
    const key = formulaKey(tex, style);
    formulas[key] ??= setFormula(tex, style, markSymbols(tex, expressions, classesOf));
  }
  return formulas;
}

function inBlock(block: Block): readonly Occurrence[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inText(block.children);
    case "list":
      return block.items.flat().flatMap(inBlock);
    case "quote":
    case "callout":
      return block.blocks.flatMap(inBlock);
    case "table":
      return block.rows.flat().flatMap(inText);
    case "chain":
      return inChain(block);
    case "code":
    case "rule":
      return [];
  }
}

function inChain(chain: Chain): readonly Occurrence[] {
  return chain.lines.map(({ formula, expression }) => ({
    tex: formula.tex,
    style: chain.inline ? "inline" : "display",
    expressions: expression === null ? [] : [expression],
  }));
}

function inText(inlines: readonly Inline[]): readonly Occurrence[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === "formula") return [named(inline.formula.tex)];
    return "children" in inline ? inText(inline.children) : [];
  });
}

function inVerdict(verdict: Verdict): readonly Occurrence[] {
  const remarks = verdict.kind === "not-checked" ? [verdict.reason] : verdict.notes;
  const conditions = verdict.kind === "holds-if" ? [verdict.condition] : [];
  const slips = verdict.kind === "fails" && verdict.slip !== null ? [verdict.slip] : [];
  return [...remarks, ...conditions, ...slips].flatMap(({ tex }) => (tex === null ? [] : [named(tex)]));
}

function named(tex: string): Occurrence {
  return { tex, style: "inline", expressions: [] };
}
