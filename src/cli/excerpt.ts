import type { Span } from "../formula/Span";
import type { ExcerptLine } from "./CheckedFile";

/** A display of many lines is shown by its beginning. */
const mostLines = 6;
const widest = 160;

/** The lines that a span touches, each with its part of the span; long lines are cut around it. */
export function excerpt(text: string, span: Span): readonly ExcerptLine[] {
  const trimmed = trim(text, span);
  const found: ExcerptLine[] = [];
  let number = countLines(text, trimmed.start);
  let start = text.lastIndexOf("\n", trimmed.start - 1) + 1;
  while (found.length < mostLines) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    found.push(cut(text.slice(start, end), trimmed.start - start, trimmed.end - start, number));
    if (end >= trimmed.end || newline < 0) break;
    start = end + 1;
    number += 1;
  }
  return found;
}

function cut(line: string, from: number, to: number, number: number): ExcerptLine {
  const bare = line.replace(/\r$/, "");
  const indent = bare.length - bare.trimStart().length;
  const first = Math.min(Math.max(from, indent), bare.length);
  const last = Math.max(Math.min(to, bare.trimEnd().length), first);
  if (bare.length <= widest) return { line: number, text: bare, from: first, to: last };
  const start = Math.max(0, Math.min(first - 20, bare.length - widest));
  const text = bare.slice(start, start + widest);
  return { line: number, text, from: first - start, to: Math.min(last - start, text.length) };
}

function trim(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const first = start + inner.length - inner.trimStart().length;
  return { start: first, end: Math.max(first, start + inner.trimEnd().length) };
}

function countLines(text: string, offset: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
