import type { Span } from "../formula/Span";
import type { Formula } from "./Derivation";

/**
 * A part of the source that must not reach the Markdown parser: it is replaced by a placeholder and put back in the
 * tree. "block" is a display by its delimiter alone; "dollars" ($$…$$) is one only where it stands alone on its
 * lines; "inline" becomes one only where it is a whole paragraph.
 */
export interface Mathematics {
  readonly kind: "block" | "dollars" | "inline";
  readonly formula: Formula;
  /** With its delimiters. */
  readonly span: Span;
}

/** `<!-- where: … -->`. */
export interface WhereComment {
  readonly kind: "where";
  readonly formula: Formula;
  readonly span: Span;
}

/** Other text that is written differently for the Markdown parser: tags and comments go, MyST fences become callouts. */
export interface Replacement {
  readonly kind: "replacement";
  readonly text: string;
  readonly span: Span;
}

export type Found = Mathematics | WhereComment | Replacement;
