import type { Finds } from "./Finds";
import { closes, type Fence, fenceAt, fenceEnd, isMathFence, liveDirective } from "./fences";
import type { SourceText } from "./SourceText";

const linePrefix = /[ \t]*(?:>[ \t]?)*[ \t]*/y;
const listMarker = /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*/y;

/**
 * What only a line's beginning can be: a fence of mathematics, which is a display; a fence of code, which is passed
 * over; a MyST directive, whose content is live text and becomes a callout.
 */
export class LineScanner {
  /** The fences of the directives that are open. */
  private readonly directives: string[] = [];

  constructor(
    private readonly source: SourceText,
    private readonly finds: Finds,
  ) {}

  /** Reads the beginning of the line at `start` and answers where the scan goes on. */
  line(start: number): number {
    const { text } = this.source;
    const prefix = this.source.match(linePrefix, start)?.[0] ?? "";
    this.finds.quoted = prefix.includes(">");
    const end = this.source.lineEnd(start);
    const directive = this.directives.at(-1);
    if (directive !== undefined && closes(text.slice(start, end), directive)) {
      this.directives.pop();
      return this.finds.replace(start, end, this.marks().trimEnd());
    }
    const content = start + prefix.length;
    const fence = fenceAt(this.source, content);
    if (fence !== null) return this.fence(fence, start, content);
    if (this.directives.length === 0) return start;
    if (/^:[\w-]+:/.test(text.slice(content, end))) return this.finds.replace(start, end, this.marks().trimEnd());
    return this.finds.replace(start, start, this.marks());
  }

  private fence(fence: Fence, start: number, content: number): number {
    const live = liveDirective(fence.info);
    if (live !== null) {
      const opening = this.marks() + live;
      this.directives.push(fence.marks);
      return this.finds.replace(content, fence.lineEnd, opening);
    }
    const close = fenceEnd(this.source, fence);
    if (isMathFence(fence.info)) {
      const marker = this.source.match(listMarker, content)?.[0].length ?? 0;
      const contentStart = Math.min(fence.lineEnd + 1, close.start);
      return this.finds.add("block", content + marker, contentStart, close.start, close.end);
    }
    if (this.directives.length === 0) return close.end;
    const code = this.source.text.slice(start, close.end).replace(/^/gm, this.marks());
    return this.finds.replace(start, close.end, code);
  }

  private marks(): string {
    return "> ".repeat(this.directives.length);
  }
}
