import { decodedTex } from "./cleanTex";
import {
  bareEnvironment,
  codecogsImage,
  isEscapedText,
  katexShortcode,
  katexShortcodeEnd,
  mathScript,
  whereComment,
} from "./delimiters";
import { DollarRules } from "./dollars";
import { Finds } from "./Finds";
import { LineScanner } from "./LineScanner";
import type { Found } from "./Mathematics";
import { markupAt } from "./markup";
import { isOneDisplay, longestDisplay } from "./oneDisplay";
import type { Problem } from "./Problem";
import { SourceText } from "./SourceText";

/** Everything in a source that the Markdown parser must not see, in order and without overlap. */
export interface Scan {
  readonly found: readonly Found[];
  readonly problems: readonly Problem[];
}

/** Finds all mathematics of a document, whatever its delimiters, from offset `start` on. */
export function findMathematics(text: string, start = 0): Scan {
  const source = new SourceText(text);
  const finds = new Finds(source);
  const lines = new LineScanner(source, finds);
  const spans = new SpanScanner(source, finds);
  let at = lines.line(start);
  while (at < text.length) {
    interesting.lastIndex = at;
    const match = interesting.exec(text);
    if (match === null) break;
    at = match[0] === "\n" ? lines.line(match.index + 1) : spans.take(match[0], match.index);
  }
  return { found: finds.found, problems: finds.problems };
}

/** The characters at which something other than text may begin. */
const interesting = /[`$\\<!{\n]/g;

/** Reads what may stand anywhere in a line. Every method answers where the scan goes on. */
class SpanScanner {
  private readonly dollars: DollarRules;
  /** Up to where a run of so many backticks is known to have no partner. */
  private readonly failedTicks = new Map<number, number>();

  constructor(
    private readonly source: SourceText,
    private readonly finds: Finds,
  ) {
    this.dollars = new DollarRules(source);
  }

  take(character: string, at: number): number {
    switch (character) {
      case "`":
        return this.codeSpan(at);
      case "$":
        return this.dollar(at);
      case "\\":
        return this.backslash(at);
      case "<":
        return this.angle(at);
      case "!":
        return this.image(at);
      default:
        return this.brace(at);
    }
  }

  private codeSpan(at: number): number {
    const ticks = this.source.match(/`+/y, at)?.[0] ?? "`";
    const start = at + ticks.length;
    const limit = this.source.paragraphEnd(at);
    if ((this.failedTicks.get(ticks.length) ?? -1) > start) return start;
    const run = /`+/g;
    run.lastIndex = start;
    for (
      let next = run.exec(this.source.text);
      next !== null && next.index < limit;
      next = run.exec(this.source.text)
    ) {
      if (next[0].length === ticks.length) return run.lastIndex;
    }
    this.failedTicks.set(ticks.length, limit);
    return start;
  }

  private dollar(at: number): number {
    if (this.source.startsWith("$$", at)) return this.delimited(at, "$$", "$$", "dollars", true);
    if (this.source.startsWith("$`", at) && !this.source.startsWith("$``", at)) {
      const end = this.source.next("`$", at + 2);
      if (end !== -1 && end < this.source.paragraphEnd(at)) return this.finds.add("inline", at, at + 2, end, end + 2);
    }
    const closing = this.dollars.closing(at);
    return closing === null ? at + 1 : this.finds.add("inline", at, at + 1, closing.end, closing.after);
  }

  private backslash(at: number): number {
    const bare = this.source.match(bareEnvironment, at);
    if (bare !== null) return this.environment(at, bare[0], bare[1] ?? "");
    const backslashes = this.source.startsWith("\\\\", at) ? "\\\\" : "\\";
    const bracket = this.source.text.charAt(at + backslashes.length);
    if (bracket === "[") return this.delimited(at, `${backslashes}[`, `${backslashes}]`, "block", this.beginsLine(at));
    if (bracket === "(") return this.parenthesised(at, backslashes);
    return at + 2;
  }

  private environment(at: number, opening: string, name: string): number {
    const { text } = this.source;
    const first = this.source.next(`\\end{${name}`, at);
    if (this.isTooLong(at, first)) return this.finds.tooLong(at, opening.length, first);
    if (first === -1 || first - at > longestDisplay) return this.finds.unclosed(at, opening.length, `\\end{${name}}`);
    const ends = new RegExp(`\\\\(begin|end)\\{${name}(?:\\\\?\\*)?\\}`, "g");
    ends.lastIndex = at;
    let depth = 0;
    for (let next = ends.exec(text); next !== null && next.index - at <= longestDisplay; next = ends.exec(text)) {
      depth += next[1] === "begin" ? 1 : -1;
      if (depth > 0) continue;
      if (!isOneDisplay(text.slice(at, next.index), this.finds.quoted)) break;
      return this.finds.add("block", at, at, ends.lastIndex, ends.lastIndex);
    }
    return this.finds.unclosed(at, opening.length, `\\end{${name}}`);
  }

  private parenthesised(at: number, backslashes: string): number {
    const start = at + backslashes.length + 1;
    const end = this.source.next(`${backslashes})`, start);
    const isText =
      end === -1 || end > this.source.paragraphEnd(at) || isEscapedText(this.source.text.slice(start, end));
    return isText ? start : this.finds.add("inline", at, start, end, end + backslashes.length + 1);
  }

  /** A display between two delimiters. One that is not closed is a Problem only where it can't be text (`certain`). */
  private delimited(at: number, open: string, close: string, kind: "block" | "dollars", certain: boolean): number {
    const start = at + open.length;
    const end = this.closing(close, start);
    if (this.isTooLong(start, end)) return this.finds.tooLong(at, open.length, end + close.length);
    const content = end === -1 || end - start > longestDisplay ? null : this.source.text.slice(start, end);
    const isText = content !== null && (kind === "block" ? isEscapedText(content) : content.trim() === "");
    if (isText) return start;
    if (content !== null && isOneDisplay(content, this.finds.quoted))
      return this.finds.add(kind, at, start, end, end + close.length);
    return certain ? this.finds.unclosed(at, open.length, close) : start;
  }

  /** Closed within its own paragraph, and longer than any display. */
  private isTooLong(start: number, end: number): boolean {
    return end !== -1 && end - start > longestDisplay && end <= this.source.paragraphEnd(start);
  }

  /** `\$$` does not close a display. */
  private closing(close: string, from: number): number {
    const { text } = this.source;
    let end = this.source.next(close, from);
    while (end > from && text.charAt(end - 1) === "\\" && text.charAt(end - 2) !== "\\")
      end = text.indexOf(close, end + 1);
    return end;
  }

  private angle(at: number): number {
    const where = this.source.match(whereComment, at);
    const comment = where === null ? -1 : this.source.next("-->", at);
    if (where !== null && comment !== -1) return this.finds.where(at, at + where[0].length, comment, comment + 3);
    const script = this.source.match(mathScript, at);
    if (script === null) return this.markup(at);
    const end = this.source.next("</script>", at);
    if (end === -1) return this.finds.unclosed(at, script[0].length, "</script>");
    return this.finds.add(script[1] === undefined ? "inline" : "block", at, at + script[0].length, end, end + 9);
  }

  private image(at: number): number {
    const match = this.source.match(codecogsImage, at);
    const encoded = match?.[1];
    if (match === null || encoded === undefined) return at + 1;
    const formula = decodedTex(encoded, at + match[0].lastIndexOf(encoded));
    return this.finds.addFormula("dollars", formula, at, at + match[0].length);
  }

  private brace(at: number): number {
    const opening = this.source.match(katexShortcode, at);
    if (opening === null) return this.markup(at);
    const start = at + opening[0].length;
    katexShortcodeEnd.lastIndex = start;
    const end = katexShortcodeEnd.exec(this.source.text);
    if (end === null) return this.finds.unclosed(at, opening[0].length, "{{< /katex >}}");
    const kind = opening[1]?.includes("display") === true ? "block" : "dollars";
    return this.finds.add(kind, at, start, end.index, katexShortcodeEnd.lastIndex);
  }

  private markup(at: number): number {
    const markup = markupAt(this.source, at);
    return markup === null ? at + 1 : this.finds.replace(at, markup.end, markup.text);
  }

  private beginsLine(at: number): boolean {
    const before = this.source.text.slice(this.source.lineStart(at), at);
    return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(before);
  }
}
