import type { Span } from "../formula/Span";
import { cleanTex, decodedTex } from "./cleanTex";
import type { Formula } from "./Derivation";
import { DollarRules } from "./dollars";
import { closes, fenceAt, fenceEnd, isMathFence, liveDirective } from "./fences";
import type { Found, Mathematics } from "./Mathematics";
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
  const scanner = new Scanner(text, start);
  scanner.run();
  return { found: scanner.found, problems: scanner.problems };
}

/** The characters at which something other than text may begin. */
const interesting = /[`$\\<!{\n]/g;
const linePrefix = /[ \t]*(?:>[ \t]?)*[ \t]*/y;
const environment = /\\begin\{(align|aligned|alignat|alignedat|equation|eqnarray|gather|gathered|split|multline|displaymath|math|flalign)(\\?\*)?\}/y;
const mathScript = /<script\s+type=["']math\/tex(;\s*mode=display)?["']\s*>/iy;
const katexShortcode = /\{\{[<%]\s*katex\b([^>%]*)[>%]\}\}/y;
const codecogs = /!\[[^\]\n]*\]\(\s*<?https?:\/\/latex\.codecogs\.com\/[\w.]+\?([^\n]*?)\)(?=\s|[.,;:)]|$)/y;
const whereComment = /<!--\s*where:\s*/y;

class Scanner {
  readonly found: Found[] = [];
  readonly problems: Problem[] = [];
  private readonly source: SourceText;
  private readonly dollars: DollarRules;
  private readonly directives: string[] = [];
  private readonly failedTicks = new Map<number, number>();
  private quoted = false;

  constructor(
    text: string,
    private at: number,
  ) {
    this.source = new SourceText(text);
    this.dollars = new DollarRules(this.source);
  }

  run(): void {
    this.line();
    while (this.at < this.source.length) {
      interesting.lastIndex = this.at;
      const match = interesting.exec(this.source.text);
      if (match === null) return;
      this.at = match.index;
      this.take(match[0]);
    }
  }

  private take(character: string): void {
    switch (character) {
      case "\n":
        this.at++;
        this.line();
        return;
      case "`":
        return this.codeSpan();
      case "$":
        return this.dollar();
      case "\\":
        return this.backslash();
      case "<":
        return this.angle();
      case "!":
        return this.image();
      default:
        return this.brace();
    }
  }

  /** What only a line's beginning can be: a fence, a directive's end. */
  private line(): void {
    const { text } = this.source;
    const start = this.at;
    const prefix = this.source.match(linePrefix, start)?.[0] ?? "";
    this.quoted = prefix.includes(">");
    const lineEnd = this.source.lineEnd(start);
    const directive = this.directives.at(-1);
    if (directive !== undefined && closes(text.slice(start, lineEnd), directive)) {
      this.directives.pop();
      this.replace(start, lineEnd, this.directives.map(() => ">").join(" "));
      return;
    }
    const content = start + prefix.length;
    const fence = fenceAt(this.source, content);
    if (fence === null) {
      if (this.directives.length > 0) {
        if (/^:[\w-]+:/.test(text.slice(content, lineEnd))) this.replace(start, lineEnd, this.directives.map(() => ">").join(" "));
        else this.found.push({ kind: "replacement", text: "> ".repeat(this.directives.length), span: { start, end: start } });
      }
      return;
    }
    const live = liveDirective(fence.info);
    if (live !== null) {
      this.replace(content, fence.lineEnd, "> ".repeat(this.directives.length) + live);
      this.directives.push(fence.marks);
      return;
    }
    const end = fenceEnd(this.source, fence);
    if (isMathFence(fence.info)) this.mathFence(content, fence.lineEnd + 1, end);
    else if (this.directives.length === 0) this.at = end.end;
    else this.replace(start, end.end, text.slice(start, end.end).replace(/^/gm, "> ".repeat(this.directives.length)));
  }

  private mathFence(start: number, contentStart: number, close: Span): void {
    const marker = this.source.match(/(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*/y, start)?.[0].length ?? 0;
    const formula = cleanTex(this.source.text, Math.min(contentStart, close.start), close.start, this.quoted);
    this.add("block", formula, start + marker, close.end);
  }

  private codeSpan(): void {
    const ticks = this.source.match(/`+/y, this.at)?.[0] ?? "`";
    const start = this.at + ticks.length;
    const limit = this.source.paragraphEnd(this.at);
    this.at = start;
    if ((this.failedTicks.get(ticks.length) ?? -1) > start) return;
    const run = /`+/g;
    run.lastIndex = start;
    for (let match = run.exec(this.source.text); match !== null && match.index < limit; match = run.exec(this.source.text)) {
      if (match[0].length === ticks.length) {
        this.at = run.lastIndex;
        return;
      }
    }
    this.failedTicks.set(ticks.length, limit);
  }

  private dollar(): void {
    const start = this.at;
    if (this.source.startsWith("$$", start)) return this.delimited("$$", "$$", "dollars", true);
    if (this.source.startsWith("$`", start) && !this.source.startsWith("$``", start)) {
      const end = this.source.next("`$", start + 2);
      if (end !== -1 && end < this.source.paragraphEnd(start)) return this.inline(start + 2, end, start, end + 2);
    }
    const closing = this.dollars.closing(start);
    if (closing === null) this.at++;
    else this.inline(start + 1, closing.end, start, closing.after);
  }

  private inline(contentStart: number, contentEnd: number, start: number, end: number): void {
    this.add("inline", cleanTex(this.source.text, contentStart, contentEnd, this.quoted), start, end);
  }

  private backslash(): void {
    const { source, at } = this;
    const bare = source.match(environment, at);
    if (bare !== null) return this.environment(bare);
    const backslashes = source.startsWith("\\\\", at) ? "\\\\" : "\\";
    const bracket = source.text.charAt(at + backslashes.length);
    if (bracket === "[") return this.delimited(`${backslashes}[`, `${backslashes}]`, "block", this.aloneBefore(at));
    if (bracket === "(") return this.parenthesised(backslashes);
    this.at = Math.min(at + 2, source.length);
  }

  private environment(match: RegExpExecArray): void {
    const name = match[1] ?? "";
    const start = this.at;
    const pattern = new RegExp(`\\\\(begin|end)\\{${name}(?:\\\\?\\*)?\\}`, "g");
    pattern.lastIndex = start;
    let depth = 0;
    for (let next = pattern.exec(this.source.text); next !== null; next = pattern.exec(this.source.text)) {
      depth += next[1] === "begin" ? 1 : -1;
      if (next.index - start > longestDisplay) break;
      if (depth > 0) continue;
      if (!isOneDisplay(this.source.text.slice(start, next.index), this.quoted)) break;
      return this.add("block", cleanTex(this.source.text, start, pattern.lastIndex, this.quoted), start, pattern.lastIndex);
    }
    this.unclosed(start, match[0].length, `\\end{${name}}`);
  }

  private parenthesised(backslashes: string): void {
    const start = this.at + backslashes.length + 1;
    const end = this.source.next(`${backslashes})`, start);
    if (end === -1 || end > this.source.paragraphEnd(this.at) || isEscapedText(this.source.text.slice(start, end))) {
      this.at = start;
      return;
    }
    this.inline(start, end, this.at, end + backslashes.length + 1);
  }

  /** A display between two delimiters. One that is not closed is a Problem only where it can't be text (`certain`). */
  private delimited(open: string, close: string, kind: "block" | "dollars", certain: boolean): void {
    const start = this.at;
    const contentStart = start + open.length;
    const end = this.closing(close, contentStart);
    const content = end === -1 ? null : this.source.text.slice(contentStart, end);
    if (content !== null && content.trim() !== "" && isOneDisplay(content, this.quoted) && !(kind === "block" && isEscapedText(content))) {
      this.add(kind, cleanTex(this.source.text, contentStart, end, this.quoted), start, end + close.length);
    } else if (content?.trim() === "" || !certain || (kind === "block" && content !== null && isEscapedText(content))) {
      this.at = contentStart;
    } else {
      this.unclosed(start, open.length, close);
    }
  }

  /** `\$$` does not close; nor is the `\\]` of a matrix row an end of `\[`, unless `\\[` opened. */
  private closing(close: string, from: number): number {
    let end = this.source.next(close, from);
    while (end > from && this.source.text.charAt(end - 1) === "\\" && this.source.text.charAt(end - 2) !== "\\") {
      end = this.source.text.indexOf(close, end + 1);
    }
    return end;
  }

  private unclosed(start: number, length: number, expected: string): void {
    this.problems.push({ code: "unclosed-display", severity: "error", detail: expected, span: { start, end: start + length } });
    this.at = Math.max(start + length, Math.min(this.source.paragraphEnd(start), this.source.length));
  }

  private angle(): void {
    const { source, at } = this;
    const where = source.match(whereComment, at);
    if (where !== null) {
      const end = source.next("-->", at);
      if (end !== -1) {
        const start = at + where[0].length;
        const formula = cleanTex(source.text, start, end, this.quoted);
        this.found.push({ kind: "where", formula, span: { start: at, end: end + 3 } });
        this.at = end + 3;
        return;
      }
    }
    const script = source.match(mathScript, at);
    if (script !== null) {
      const end = source.next("</script>", at);
      const start = at + script[0].length;
      if (end === -1) return this.unclosed(at, script[0].length, "</script>");
      return this.add(script[1] === undefined ? "inline" : "block", cleanTex(source.text, start, end, this.quoted), at, end + 9);
    }
    this.markup();
  }

  private image(): void {
    const match = this.source.match(codecogs, this.at);
    const encoded = match?.[1];
    if (match === null || encoded === undefined) {
      this.at++;
      return;
    }
    const source = this.at + match[0].lastIndexOf(encoded);
    this.add("dollars", decodedTex(encoded, source), this.at, this.at + match[0].length);
  }

  private brace(): void {
    const { source, at } = this;
    const opening = source.match(katexShortcode, at);
    if (opening === null) return this.markup();
    const start = at + opening[0].length;
    const closing = /\{\{[<%]\s*\/katex\s*[>%]\}\}/g;
    closing.lastIndex = start;
    const match = closing.exec(source.text);
    if (match === null) return this.unclosed(at, opening[0].length, "{{< /katex >}}");
    const kind = opening[1]?.includes("display") === true ? "block" : "dollars";
    this.add(kind, cleanTex(source.text, start, match.index, this.quoted), at, closing.lastIndex);
  }

  private markup(): void {
    const markup = markupAt(this.source, this.at);
    if (markup === null) this.at++;
    else this.replace(this.at, markup.end, markup.text);
  }

  private aloneBefore(at: number): boolean {
    return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(this.source.text.slice(this.source.lineStart(at), at));
  }

  private add(kind: Mathematics["kind"], formula: Formula, start: number, end: number): void {
    this.found.push({ kind, formula, span: { start, end } });
    this.at = end;
  }

  private replace(start: number, end: number, text: string): void {
    this.found.push({ kind: "replacement", text, span: { start, end } });
    this.at = Math.max(end, this.at);
  }
}

/** `\[1\]` and `\(see below\)` are brackets that Markdown escapes, not mathematics. */
function isEscapedText(content: string): boolean {
  return /^\s*(?:\d[\d\s,]*|[^\\^_=+]*\p{L}{2,}[^\\^_=+]*)$/u.test(content) || content.trim() === "";
}
