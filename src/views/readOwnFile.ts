import { describeProblem } from "../derivation/describeProblem";

type Content = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly sentence: string };

/** Notebooks carry pictures; only their Markdown counts against the limit of a document. */
const longestFile = 5_000_000;

const notText = describeProblem({ code: "not-text", detail: "" });

/** The text of a file that a reader chose, or why it can't be read. A notebook gives its Markdown cells. */
export async function readOwnFile(file: Pick<File, "name" | "size" | "arrayBuffer">): Promise<Content> {
  if (file.size > longestFile)
    return { ok: false, sentence: `“${file.name}” has ${file.size} bytes; at most ${longestFile} are read.` };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { ok: false, sentence: notText };
  }
  return /\.ipynb$/i.test(file.name) ? notebookText(text) : { ok: true, text };
}

function notebookText(text: string): Content {
  const unread: Content = { ok: false, sentence: "This notebook could not be read: it is not valid JSON with cells." };
  try {
    const notebook = JSON.parse(text) as { cells?: unknown } | null;
    if (!Array.isArray(notebook?.cells)) return unread;
    const cells = notebook.cells.filter((cell) => cell?.cell_type === "markdown").map((cell) => source(cell.source));
    return { ok: true, text: cells.join("\n\n") };
  } catch {
    return unread;
  }
}

function source(written: unknown): string {
  return Array.isArray(written) ? written.join("") : typeof written === "string" ? written : "";
}
