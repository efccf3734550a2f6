import type { SourceText } from "./SourceText";

/** A fence's first line: where the line ends, the fence's own characters and what is written after them. */
export interface Fence {
  readonly marks: string;
  readonly info: string;
  readonly lineEnd: number;
}

const opening = /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*(`{3,}|~{3,})([^\n]*)/y;

export function fenceAt(source: SourceText, contentStart: number): Fence | null {
  const match = source.match(opening, contentStart);
  const marks = match?.[1];
  const info = match?.[2]?.trim();
  if (marks === undefined || info === undefined || (marks.startsWith("`") && info.includes("`"))) return null;
  return { marks, info, lineEnd: source.lineEnd(contentStart) };
}

/** Where the line that closes a fence starts and ends; a fence that is never closed ends with the document. */
export function fenceEnd(source: SourceText, fence: Fence): { readonly start: number; readonly end: number } {
  let start = fence.lineEnd + 1;
  while (start < source.length) {
    const end = source.lineEnd(start);
    if (closes(source.text.slice(start, end), fence.marks)) return { start, end };
    start = end + 1;
  }
  return { start: source.length, end: source.length };
}

export function closes(line: string, marks: string): boolean {
  const match = /^[ \t>]*(`{3,}|~{3,})[ \t\r]*$/.exec(line)?.[1];
  return match?.charAt(0) === marks.charAt(0) && match.length >= marks.length;
}

const tones: Readonly<Record<string, string>> = {
  note: "NOTE",
  admonition: "NOTE",
  seealso: "NOTE",
  dropdown: "NOTE",
  margin: "NOTE",
  sidebar: "NOTE",
  topic: "NOTE",
  proof: "NOTE",
  tip: "TIP",
  hint: "TIP",
  important: "IMPORTANT",
  warning: "WARNING",
  attention: "WARNING",
  caution: "CAUTION",
  danger: "CAUTION",
  error: "CAUTION",
};

/** A MyST directive whose content is live text, as the first line of a GitHub callout; else null. */
export function liveDirective(info: string): string | null {
  const match = /^\{([\w:-]+)\}(.*)$/.exec(info);
  const name = match?.[1]?.replace(/^prf:/, "") ?? "";
  const tone = tones[name] ?? (match?.[1]?.startsWith("prf:") === true ? "NOTE" : undefined);
  return tone === undefined ? null : `> [!${tone}] ${match?.[2]?.trim() ?? ""}`;
}

export function isMathFence(info: string): boolean {
  return /^(?:math|\{math\})(?:\s|$)/.test(info);
}
