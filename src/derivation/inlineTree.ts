import type MarkdownIt from "markdown-it";
import type { Inline } from "./Derivation";
import type { Found, WhereComment } from "./Mathematics";
import { placeholder, restored } from "./placeholders";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** Where a formula stands in a paragraph, `mathematics` is its number among all finds. */
export type InlineItem =
  | { readonly kind: "inline"; readonly inline: Inline }
  | { readonly kind: "mathematics"; readonly index: number }
  | { readonly kind: "where"; readonly comment: WhereComment }
  | { readonly kind: "line-end" };

export interface PageText {
  readonly source: string;
  readonly found: readonly Found[];
}

/** The inline tokens of one paragraph as flat items at its top level and finished trees below. */
export function inlineItems(tokens: readonly Token[], page: PageText): readonly InlineItem[] {
  return nested(tokens, page).items;
}

/** Inline trees with every formula in its place, for headings, cells and emphasised text. */
export function inlineTree(items: readonly InlineItem[], page: PageText): readonly Inline[] {
  return joinedTexts(inlinesOf(items, page));
}

function joinedTexts(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind === "text" && last?.kind === "text")
      joined[joined.length - 1] = { kind: "text", text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

function inlinesOf(items: readonly InlineItem[], page: PageText): readonly Inline[] {
  return items.flatMap((item): readonly Inline[] => {
    if (item.kind === "inline") return [item.inline];
    if (item.kind === "line-end") return [{ kind: "text", text: " " }];
    const found = item.kind === "mathematics" ? page.found[item.index] : undefined;
    return found === undefined || found.kind === "replacement" || found.kind === "where"
      ? []
      : [{ kind: "formula", formula: found.formula }];
  });
}

interface Level {
  readonly items: InlineItem[];
  readonly end: number;
}

function nested(tokens: readonly Token[], page: PageText, start = 0): Level {
  const items: InlineItem[] = [];
  let index = start;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined || token.nesting === -1) break;
    if (token.nesting === 1) {
      const inner = nested(tokens, page, index + 1);
      items.push({ kind: "inline", inline: wrapped(token, inlineTree(inner.items, page), page) });
      index = inner.end + 1;
    } else {
      items.push(...leaf(token, page));
      index++;
    }
  }
  return { items, end: index };
}

function wrapped(token: Token, children: readonly Inline[], page: PageText): Inline {
  switch (token.type) {
    case "strong_open":
      return { kind: "strong", children };
    case "link_open":
      return { kind: "link", href: restored(String(token.attrGet("href") ?? ""), page.source, page.found), children };
    default:
      return { kind: "emphasis", children };
  }
}

function leaf(token: Token, page: PageText): readonly InlineItem[] {
  switch (token.type) {
    case "softbreak":
      return [{ kind: "line-end" }];
    case "hardbreak":
      return [{ kind: "inline", inline: { kind: "break" } }, { kind: "line-end" }];
    case "code_inline":
      return [{ kind: "inline", inline: { kind: "code", text: restored(token.content, page.source, page.found) } }];
    case "image":
      return [{ kind: "inline", inline: imageLink(token, page) }];
    default:
      return textItems(token.content, page);
  }
}

/** Pictures are not fetched: a reader gets their description as a link. */
function imageLink(token: Token, page: PageText): Inline {
  const href = restored(String(token.attrGet("src") ?? ""), page.source, page.found);
  return {
    kind: "link",
    href,
    children: [{ kind: "text", text: restored(token.content, page.source, page.found) || href }],
  };
}

function textItems(text: string, page: PageText): readonly InlineItem[] {
  const items: InlineItem[] = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > at) items.push(textItem(text.slice(at, match.index)));
    const index = Number(match[1]);
    const found = page.found[index];
    if (found?.kind === "where") items.push({ kind: "where", comment: found });
    else if (found !== undefined) items.push({ kind: "mathematics", index });
    at = match.index + match[0].length;
  }
  if (at < text.length) items.push(textItem(text.slice(at)));
  return items;
}

function textItem(text: string): InlineItem {
  return { kind: "inline", inline: { kind: "text", text } };
}
