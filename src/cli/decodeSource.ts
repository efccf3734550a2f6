import { originSpan } from "../derivation/Formula";
import type { Span } from "../formula/Span";
import { notebookText } from "./notebookText";
import type { Refusal } from "./Refusal";

/** The Markdown of a file, and the file's own text with the way from the one to the other. */
export interface FileText {
  readonly markdown: string;
  readonly raw: string;
  readonly origin: (span: Span) => Span;
}

export type Decoding =
  | { readonly ok: true; readonly source: FileText }
  | { readonly ok: false; readonly refusal: Refusal };

export function decodeSource(path: string, bytes: Uint8Array): Decoding {
  const raw = decodeText(bytes);
  if (typeof raw !== "string") return { ok: false, refusal: raw };
  if (!path.toLowerCase().endsWith(".ipynb"))
    return { ok: true, source: { markdown: raw, raw, origin: (span) => span } };
  const notebook = notebookText(raw);
  if (notebook === null) return { ok: false, refusal: { code: "not-a-notebook", detail: "" } };
  return { ok: true, source: { markdown: notebook.tex, raw, origin: (span) => originSpan(notebook, span) } };
}

function decodeText(bytes: Uint8Array): string | Refusal {
  if (bytes.length === 0) return { code: "empty", detail: "" };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { code: "utf-16", detail: "" };
  if (bytes.includes(0)) return { code: "not-text", detail: "" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { code: "not-text", detail: "" };
  }
}
