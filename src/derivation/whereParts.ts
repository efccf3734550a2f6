import type { Formula } from "./Derivation";
import { originSpan } from "./Formula";

/** A `where:` holds formulas parted by semicolons outside of brackets. */
export function whereParts(formula: Formula): readonly Formula[] {
  const parts: Formula[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number) => {
    const text = formula.tex.slice(start, end);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== "") parts.push(sliceOf(formula, start + lead, start + text.trimEnd().length));
    start = end + 1;
  };
  for (let at = 0; at < formula.tex.length; at++) {
    const character = formula.tex.charAt(at);
    if (character === "\\") at++;
    else if ("{([".includes(character)) depth++;
    else if ("})]".includes(character)) depth--;
    else if (character === ";" && depth <= 0) cut(at);
  }
  cut(formula.tex.length);
  return parts;
}

function sliceOf(formula: Formula, start: number, end: number): Formula {
  const span = originSpan(formula, { start, end });
  return { tex: formula.tex.slice(start, end), segments: [{ at: 0, source: span.start }] };
}
