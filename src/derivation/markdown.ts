import MarkdownIt from "markdown-it";
import type { Inline } from "./Derivation";
import { inlineItems, inlineTree, type PageText } from "./inlineTree";
import type { PageBlock, Tone } from "./PageBlock";
import { paragraphBlocks } from "./paragraphs";
import { placeholder, restored, withPlaceholders } from "./placeholders";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** Tags are shown as text and addresses are not made into links: nothing of a document becomes markup of its own. */
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** The blocks of a document from offset `start` on, its formulas as `found`. */
export function readMarkdown(page: PageText, start: number): readonly PageBlock[] {
  return blocksOf(parser.parse(withPlaceholders(page.source, page.found, start), {}), page);
}

function blocksOf(tokens: readonly Token[], page: PageText): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const end = token.nesting === 1 ? closingIndex(tokens, index) : index;
    blocks.push(...blockOf(token, tokens.slice(index + 1, end), page));
    index = end;
  }
  return blocks;
}

function blockOf(token: Token, inner: readonly Token[], page: PageText): readonly PageBlock[] {
  switch (token.type) {
    case "paragraph_open":
      return paragraphBlocks(inlineItems(inner[0]?.children ?? [], page), page);
    case "heading_open":
      return [{ kind: "heading", level: Number(token.tag.slice(1)), children: inlineChildren(inner, page) }];
    case "bullet_list_open":
    case "ordered_list_open":
      return [{ kind: "list", ordered: token.type === "ordered_list_open", items: items(inner, page) }];
    case "blockquote_open":
      return [quoteOrCallout(blocksOf(inner, page))];
    case "fence":
      return [{ kind: "code", text: restored(token.content, page.source, page.found), language: language(token.info) }];
    case "code_block":
      return indentedBlocks(token.content, page);
    case "table_open":
      return [{ kind: "table", rows: rows(inner, page) }];
    case "hr":
      return [{ kind: "rule" }];
    default:
      return [];
  }
}

function closingIndex(tokens: readonly Token[], opening: number): number {
  let depth = 0;
  for (let index = opening; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index;
  }
  return tokens.length;
}

function inlineChildren(inner: readonly Token[], page: PageText): readonly Inline[] {
  return inlineTree(inlineItems(inner[0]?.children ?? [], page), page);
}

function language(info: string): string {
  return /^\s*([\w+#-]*)/.exec(info)?.[1] ?? "";
}

function items(inner: readonly Token[], page: PageText): readonly (readonly PageBlock[])[] {
  return parts(inner, "list_item_open").map((part) => blocksOf(part, page));
}

function rows(inner: readonly Token[], page: PageText): readonly (readonly (readonly Inline[])[])[] {
  const flat = inner.filter(({ type }) => !/^(?:thead|tbody)_/.test(type));
  return parts(flat, "tr_open").map((row) =>
    parts(row, "th_open", "td_open").map((cell) => inlineChildren(cell, page)),
  );
}

/** What stands inside each of the elements that `types` open. */
function parts(tokens: readonly Token[], ...types: readonly string[]): readonly (readonly Token[])[] {
  const found: (readonly Token[])[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || !types.includes(token.type)) continue;
    const end = closingIndex(tokens, index);
    found.push(tokens.slice(index + 1, end));
    index = end;
  }
  return found;
}

/** Four columns of indent make code, but authors also indent displays: those are displays still. */
function indentedBlocks(content: string, page: PageText): readonly PageBlock[] {
  const displays = [...content.matchAll(placeholder)].map((match) => page.found[Number(match[1])]);
  const onlyDisplays = content.replace(placeholder, "").trim() === "";
  if (!onlyDisplays || displays.length === 0)
    return [{ kind: "code", text: restored(content, page.source, page.found), language: "" }];
  return displays.flatMap((found): readonly PageBlock[] => {
    if (found === undefined || found.kind === "replacement") return [];
    if (found.kind === "where") return [{ kind: "where", formula: found.formula }];
    return [{ kind: "display", formula: found.formula, delimiter: found.kind }];
  });
}

const calloutMark = /^\s*\[!(note|tip|important|warning|caution)\]\s*/i;

/** A quote whose first words are `[!NOTE] Title` is a callout; the title ends with its line. */
function quoteOrCallout(blocks: readonly PageBlock[]): PageBlock {
  const [first, ...rest] = blocks;
  const lead = first?.kind === "paragraph" ? first.children[0] : undefined;
  const mark = lead?.kind === "text" ? calloutMark.exec(lead.text) : null;
  if (first?.kind !== "paragraph" || lead?.kind !== "text" || mark === null) return { kind: "quote", blocks };
  const title = lead.text.slice(mark[0].length).trim();
  const children = first.children.slice(1);
  const body: readonly PageBlock[] = children.some((child) => child.kind !== "text" || child.text.trim() !== "")
    ? [{ kind: "paragraph", children }]
    : [];
  return { kind: "callout", tone: (mark[1] ?? "note").toLowerCase() as Tone, title, blocks: [...body, ...rest] };
}
