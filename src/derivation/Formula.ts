import type { Span } from "../formula/Span";
import type { Formula, Segment } from "./Derivation";

/** The formula that stands in `text` from `start` to `end` character for character. */
export function verbatimFormula(text: string, start: number, end: number): Formula {
  return { tex: text.slice(start, end), segments: [{ at: 0, source: start }] };
}

/** Offset in the document of character `offset` of the TeX. */
export function originOf(formula: Formula, offset: number): number {
  const segment = segmentAt(formula.segments, offset);
  return segment === undefined ? offset : segment.source + offset - segment.at;
}

/** Characters of the document that a range of the TeX was read from. */
export function originSpan(formula: Formula, span: Span): Span {
  const start = originOf(formula, span.start);
  const last = span.end > span.start ? originOf(formula, span.end - 1) + 1 : start;
  return { start, end: Math.max(start, last) };
}

/** Characters of the document that the whole formula was read from. */
export function formulaSpan(formula: Formula): Span {
  return originSpan(formula, { start: 0, end: formula.tex.length });
}

export function sliceFormula(formula: Formula, start: number, end: number): Formula {
  const first = { at: 0, source: originOf(formula, start) };
  const rest = segmentsBetween(formula.segments, start, end).map(({ at, source }) => ({ at: at - start, source }));
  return { tex: formula.tex.slice(start, end), segments: [first, ...rest] };
}

/** The pieces one after another, parted by a space so that `\cdot` and `x` do not become `\cdotx`. */
export function joinFormulas(pieces: readonly Formula[]): Formula {
  let tex = "";
  const segments: Segment[] = [];
  for (const piece of pieces) {
    if (tex !== "") tex += " ";
    for (const { at, source } of piece.segments) segments.push({ at: at + tex.length, source });
    tex += piece.tex;
  }
  return { tex, segments };
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  return segments[lastAtMost(segments, offset)];
}

function segmentsBetween(segments: readonly Segment[], start: number, end: number): readonly Segment[] {
  const found: Segment[] = [];
  for (let index = lastAtMost(segments, start) + 1; index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined || segment.at >= end) break;
    found.push(segment);
  }
  return found;
}

/** Index of the last segment that begins at or before `offset`: segments are in ascending order. */
function lastAtMost(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
