import type { Formula, Inline } from "./Derivation";
import type { Mathematics } from "./Mathematics";

/** The document's own structure, before its displays are read: what `markdown` makes and `compile` consumes. */
export type PageBlock =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly PageBlock[])[] }
  | { readonly kind: "code"; readonly text: string; readonly language: string }
  | { readonly kind: "quote"; readonly blocks: readonly PageBlock[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: "rule" }
  | { readonly kind: "callout"; readonly tone: Tone; readonly title: string; readonly blocks: readonly PageBlock[] }
  | { readonly kind: "display"; readonly formula: Formula; readonly delimiter: Mathematics["kind"] }
  | { readonly kind: "where"; readonly formula: Formula };

export type Tone = "note" | "tip" | "important" | "warning" | "caution";
