import type { Problem } from "./Problem";

/** A notebook's prose as one Markdown text, a blank line between cells; or why there is none. */
export type NotebookText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/** Markdown cells are the document; code cells are shown as code and never run. */
export function notebookMarkdown(json: string): NotebookText {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return refused();
  }
  const cells = isRecord(parsed) ? (parsed["cells"] ?? firstWorksheet(parsed)) : undefined;
  if (!Array.isArray(cells)) return refused();
  const parts = cells.flatMap((cell: unknown): readonly string[] => {
    if (!isRecord(cell)) return [];
    const source = textOf(cell["source"] ?? cell["input"]);
    if (source === null || source.trim() === "") return [];
    if (cell["cell_type"] === "markdown") return [source];
    if (cell["cell_type"] === "heading") return [`# ${source}`];
    return cell["cell_type"] === "code" ? [fenced(source)] : [];
  });
  return { ok: true, text: parts.length === 0 ? "" : `${parts.join("\n\n")}\n` };
}

/** Version 3 of the format kept its cells in worksheets. */
function firstWorksheet(notebook: Readonly<Record<string, unknown>>): unknown {
  const sheets = notebook["worksheets"];
  const sheet: unknown = Array.isArray(sheets) ? sheets[0] : undefined;
  return isRecord(sheet) ? sheet["cells"] : undefined;
}

function textOf(source: unknown): string | null {
  if (typeof source === "string") return source;
  return Array.isArray(source) && source.every((line) => typeof line === "string") ? source.join("") : null;
}

function fenced(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}python\n${source}\n${fence}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refused(): NotebookText {
  return { ok: false, problem: { code: "not-text", severity: "error", detail: "notebook", span: { start: 0, end: 1 } } };
}
