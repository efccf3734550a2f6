import type { SourceText } from "./SourceText";

/** HTML and template markup that is not shown: what stands in its place, and where it ends. */
export interface Markup {
  readonly text: string;
  readonly end: number;
}

const tag =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|noscript|ol|p|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|[a-z]+-[a-z-]+)(?:\s[^<>]*)?\/?>/iy;
const autolink = /<[a-z][a-z0-9+.-]*:[^\s<>]*>/iy;
const skipped = /<(style|script|svg|iframe|video|noscript)\b[^>]*>/iy;
const preformatted = /<(pre|code)\b[^>]*>/iy;
const liquidCode = /\{%-?\s*highlight\b[^%]*%\}/y;
const liquid = /\{%[^\n]*?%\}|\{\{\s*(?:site|page|include|"|')[^\n]*?\}\}|\{:[^\n}]*\}/y;

/** The markup that begins at `at`, or null where the characters are ordinary text. */
export function markupAt(source: SourceText, at: number): Markup | null {
  if (source.startsWith("<!--", at)) return { text: "", end: endOf(source, "-->", at + 4) };
  const hidden = source.match(skipped, at);
  if (hidden !== null) return { text: "", end: endOf(source, `</${hidden[1]}>`, at) };
  const code = source.match(preformatted, at);
  if (code !== null) return codeMarkup(source, at + code[0].length, `</${code[1]}>`, code[1] === "pre");
  const highlight = source.match(liquidCode, at);
  if (highlight !== null) return codeMarkup(source, at + highlight[0].length, "{% endhighlight %}", true);
  const link = source.match(autolink, at);
  if (link !== null) return { text: link[0], end: at + link[0].length };
  const plain = source.match(tag, at) ?? source.match(liquid, at);
  return plain === null ? null : { text: "", end: at + plain[0].length };
}

function codeMarkup(source: SourceText, start: number, closing: string, block: boolean): Markup {
  const close = source.next(closing, start);
  const end = close === -1 ? source.paragraphEnd(start) : close;
  const content = source.text.slice(start, end);
  const after = close === -1 ? end : close + closing.length;
  if (block) return { text: `\n\`\`\`\`\n${content}\n\`\`\`\`\n`, end: after };
  return { text: content.includes("`") || content.includes("\n") ? content : `\`${content}\``, end: after };
}

function endOf(source: SourceText, closing: string, from: number): number {
  const close = source.next(closing, from);
  return close === -1 ? source.paragraphEnd(from) : close + closing.length;
}
