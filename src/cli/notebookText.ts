import type { Formula } from "../derivation/Derivation";

/** A string literal of the JSON text: its characters between the quotes. */
interface Literal {
  readonly start: number;
  readonly end: number;
}

/**
 * The Markdown cells of a Jupyter notebook (nbformat 4), one after another, each character with its way back to the
 * notebook's own text; null if the text is no notebook.
 */
export function notebookText(json: string): Formula | null {
  if (!hasCells(json)) return null;
  let tex = "";
  const segments: { at: number; source: number }[] = [];
  for (const cell of markdownCells(json)) {
    for (const literal of cell) {
      for (const { text, source } of decoded(json, literal)) {
        segments.push({ at: tex.length, source });
        tex += text;
      }
    }
    const last = cell.at(-1);
    if (last !== undefined) segments.push({ at: tex.length, source: last.end });
    tex += "\n\n";
  }
  return { tex, segments };
}

function hasCells(json: string): boolean {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === "object" && parsed !== null && "cells" in parsed && Array.isArray(parsed.cells);
  } catch {
    return false;
  }
}

/**
 * The source strings of each Markdown cell. The text is known to be JSON, so only its brackets, commas and strings
 * are looked at: a cell is an object at depth 3 under "cells", and its source is a string or a list of strings.
 */
function markdownCells(json: string): readonly (readonly Literal[])[] {
  const cells: Literal[][] = [];
  /** For each open bracket, the key it stands under, "" for none. */
  const path: string[] = [];
  let key = "";
  let type = "";
  let source: Literal[] = [];
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === "{" || character === "[") {
      path.push(key);
      key = "";
    } else if (character === "}" || character === "]") {
      if (path.length === 3 && path[1] === "cells" && character === "}") {
        if (type === "markdown") cells.push(source);
        type = "";
        source = [];
      }
      path.pop();
      key = "";
    } else if (character === ",") {
      key = "";
    } else if (character === '"') {
      const end = literalEnd(json, at + 1);
      const literal = { start: at + 1, end };
      at = end;
      if (isKey(json, end + 1)) {
        key = json.slice(literal.start, literal.end);
      } else if (path[1] === "cells") {
        if (path.length === 3 && key === "cell_type") type = json.slice(literal.start, literal.end);
        if ((path.length === 3 && key === "source") || (path.length === 4 && path[3] === "source"))
          source.push(literal);
      }
    }
  }
  return cells;
}

function isKey(json: string, after: number): boolean {
  let at = after;
  while (/\s/.test(json[at] ?? "")) at += 1;
  return json[at] === ":";
}

/** Index of the quote that closes the literal that begins at `start`. */
function literalEnd(json: string, start: number): number {
  let at = start;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

/** The literal's characters in runs that stand in the JSON text as they are, escapes one by one. */
function* decoded(json: string, { start, end }: Literal): Generator<{ text: string; source: number }> {
  let run = start;
  let at = start;
  while (at < end) {
    if (json[at] !== "\\") {
      at += 1;
      continue;
    }
    if (at > run) yield { text: json.slice(run, at), source: run };
    const length = json[at + 1] === "u" ? 6 : 2;
    yield { text: JSON.parse(`"${json.slice(at, at + length)}"`) as string, source: at };
    at += length;
    run = at;
  }
  if (end > run) yield { text: json.slice(run, end), source: run };
}
