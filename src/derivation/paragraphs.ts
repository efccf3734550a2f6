import { type InlineItem, inlineTree, type PageText } from "./inlineTree";
import type { Mathematics } from "./Mathematics";
import type { PageBlock } from "./PageBlock";

/**
 * A paragraph of the source as prose and displays. A display by its delimiter parts the paragraph wherever it stands;
 * `$$…$$` where it is alone on its lines; any other formula only where it is the whole paragraph and says something.
 */
export function paragraphBlocks(items: readonly InlineItem[], page: PageText): readonly PageBlock[] {
  const lines = splitLines(items);
  const sole = soleFormula(items, page);
  if (sole !== null) return [display(sole)];
  const blocks: PageBlock[] = [];
  let prose: InlineItem[] = [];
  const flush = () => {
    const children = inlineTree(trimmed(prose), page);
    if (children.length > 0) blocks.push({ kind: "paragraph", children });
    prose = [];
  };
  for (const line of lines) {
    const alone = isFormulaLine(line, page);
    for (const item of line) {
      const mathematics = mathematicsOf(item, page);
      if (item.kind === "where") {
        flush();
        blocks.push({ kind: "where", formula: item.comment.formula });
      } else if (
        mathematics !== null &&
        (mathematics.kind === "block" || (mathematics.kind === "dollars" && (alone || opens(item, items, mathematics))))
      ) {
        flush();
        blocks.push(display(mathematics));
      } else if (!(alone && isPunctuation(item))) {
        prose.push(item);
      }
    }
    prose.push({ kind: "line-end" });
  }
  flush();
  return blocks;
}

/** `$$…$$` at the head of a paragraph that goes on in words ("… for p > 0") is a display if it is a whole equation. */
function opens(item: InlineItem, items: readonly InlineItem[], { formula }: Mathematics): boolean {
  return item === items[0] && formula.tex.trim().length >= 24 && /=/.test(formula.tex);
}

function display(mathematics: Mathematics): PageBlock {
  return { kind: "display", formula: mathematics.formula, delimiter: mathematics.kind };
}

function mathematicsOf(item: InlineItem, page: PageText): Mathematics | null {
  const found = item.kind === "mathematics" ? page.found[item.index] : undefined;
  return found === undefined || found.kind === "where" || found.kind === "replacement" ? null : found;
}

function splitLines(items: readonly InlineItem[]): readonly (readonly InlineItem[])[] {
  const lines: InlineItem[][] = [[]];
  for (const item of items) {
    if (item.kind === "line-end") lines.push([]);
    else lines.at(-1)?.push(item);
  }
  return lines.filter((line) => line.length > 0);
}

function isFormulaLine(line: readonly InlineItem[], page: PageText): boolean {
  return (
    line.some((item) => mathematicsOf(item, page) !== null) &&
    line.every((item) => isPunctuation(item) || (mathematicsOf(item, page)?.kind ?? "inline") !== "inline")
  );
}

/** The inline formula that makes up a whole paragraph and holds a relation. */
function soleFormula(items: readonly InlineItem[], page: PageText): Mathematics | null {
  const formulas = items.filter((item) => !isPunctuation(item) && item.kind !== "line-end");
  const [only] = formulas;
  if (formulas.length !== 1 || only === undefined) return null;
  const mathematics = mathematicsOf(only, page);
  return mathematics?.kind === "inline" && /=|\\equiv|\\approx/.test(mathematics.formula.tex) ? mathematics : null;
}

function isPunctuation(item: InlineItem): boolean {
  if (item.kind !== "inline") return false;
  return item.inline.kind === "break" || (item.inline.kind === "text" && /^[\s.,;:·]*$/.test(item.inline.text));
}

function trimmed(items: readonly InlineItem[]): readonly InlineItem[] {
  let start = 0;
  let end = items.length;
  while (start < end && isBlank(items[start])) start++;
  while (end > start && isBlank(items[end - 1])) end--;
  return items.slice(start, end);
}

function isBlank(item: InlineItem | undefined): boolean {
  return (
    item?.kind === "line-end" ||
    (item?.kind === "inline" &&
      (item.inline.kind === "break" || (item.inline.kind === "text" && item.inline.text.trim() === "")))
  );
}
