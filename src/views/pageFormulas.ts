import type { Verdict } from "../check/Verdict";
import type { Workbench } from "../check/Workbench";
import type { Block, Chain, Derivation, Inline } from "../derivation/Derivation";
import type { Expression } from "../formula/Expression";
import { sameTree } from "../formula/sameTree";
import { type FormulaStyle, formulaKey } from "./formulaKey";
import { markParts, markSymbols } from "./markSymbols";
import { symbolClasses, symbolColours } from "./symbolColours";

/** A formula that a page shows: `tex` is its name and what a reader copies, `marked` what is set. */
export interface PageFormula {
  readonly tex: string;
  readonly style: FormulaStyle;
  readonly marked: string;
}

/**
 * Every formula that the pages of a document show: lines, prose, titles, the names of inputs, indices and axes, the
 * conditions of verdicts, and `others`, which figures name or steps open into. `read` gives the trees of a formula's
 * sides, none where it is not understood.
 */
export function pageFormulas(
  derivation: Derivation,
  verdicts: readonly (Verdict | null)[],
  workbenches: readonly Workbench[],
  read: (tex: string) => readonly Expression[],
  others: readonly { readonly tex: string; readonly style: FormulaStyle }[] = [],
): readonly PageFormula[] {
  const colours = symbolColours(derivation);
  const found = new Map<string, PageFormula>();
  const classesOf = (name: string) => symbolClasses(name, colours);
  const add = (tex: string, style: FormulaStyle, expressions: readonly Expression[]) => {
    const key = formulaKey(tex, style);
    if (!found.has(key)) found.set(key, { tex, style, marked: markSymbols(tex, expressions, classesOf) });
  };
  const trees = new Map<string, Expression>();
  const addLine = (tex: string, expression: Expression | null) => {
    if (expression === null) return add(tex, "display", []);
    const before = trees.get(tex) ?? expression;
    trees.set(tex, before);
    // The same TeX may be read as two trees where other functions are known: then no number names a part of both.
    const marked = sameTree(before, expression)
      ? markParts(tex, expression, classesOf)
      : markSymbols(tex, [expression], classesOf);
    found.set(formulaKey(tex, "display"), { tex, style: "display", marked });
  };
  const addInlineTex = (tex: string) => add(tex, "inline", read(tex));
  const addInlines = (inlines: readonly Inline[]) => inlineFormulas(inlines).forEach(addInlineTex);

  for (const section of derivation.sections) {
    addInlines(section.title);
    for (const block of everyBlock(section.blocks)) {
      if (block.kind === "chain") {
        for (const line of block.lines) addLine(line.formula.tex, line.expression);
      } else blockInlines(block).forEach(addInlines);
    }
  }
  for (const workbench of workbenches) {
    for (const { tex, name } of [...workbench.inputs, ...workbench.axes]) addSymbol(add, tex, name);
    for (const { tex } of workbench.indices) add(tex, "inline", []);
    if (workbench.loss !== null) addInlineTex(workbench.loss.tex);
  }
  for (const { tex, style } of others) add(tex, style, read(tex));
  for (const verdict of verdicts) {
    if (verdict === null) continue;
    const remarks = verdict.kind === "not-checked" ? [verdict.reason] : verdict.notes;
    for (const remark of remarks) if (remark.tex !== null) addInlineTex(remark.tex);
    if (verdict.kind === "holds-if" && verdict.condition.tex !== null) addInlineTex(verdict.condition.tex);
    if (verdict.kind === "fails" && verdict.slip !== null) addInlineTex(verdict.slip.tex);
  }
  return [...found.values()];
}

/** An input's name is one symbol from end to end. */
function addSymbol(
  add: (tex: string, style: FormulaStyle, expressions: readonly Expression[]) => void,
  tex: string,
  name: string,
): void {
  const span = { start: 0, end: tex.length };
  add(tex, "inline", [{ kind: "variable", name, indices: [], span }]);
}

/** All blocks of a page, those within callouts, quotes and lists included, in reading order. */
export function everyBlock(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "callout":
      case "quote":
        return [block, ...everyBlock(block.blocks)];
      case "list":
        return [block, ...block.items.flatMap(everyBlock)];
      default:
        return [block];
    }
  });
}

function blockInlines(block: Exclude<Block, Chain>): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return [block.children];
    case "table":
      return block.rows.flat();
    default:
      return [];
  }
}

function inlineFormulas(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    switch (inline.kind) {
      case "formula":
        return [inline.formula.tex];
      case "emphasis":
      case "strong":
      case "link":
        return inlineFormulas(inline.children);
      default:
        return [];
    }
  });
}
