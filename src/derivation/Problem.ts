import type { FormulaErrorCode } from "../formula/FormulaError";
import type { Span } from "../formula/Span";

/** Something in a document that its author should know, as data; `describeProblem` has the sentences. */
export interface Problem {
  readonly code: ProblemCode | FormulaErrorCode;
  readonly severity: "error" | "warning" | "information";
  readonly detail: string;
  /** Characters of the document. */
  readonly span: Span;
}

export type ProblemCode =
  | "empty-document"
  | "no-mathematics"
  | "not-text"
  | "too-large"
  | "too-many-formulas"
  | "unclosed-display"
  | "front-matter"
  | "unknown-field"
  | "bad-declaration"
  | "unused-declaration"
  | "never-defined"
  | "redefined"
  | "orphan-line"
  | "prime-variable"
  | "lost-index"
  | "published-holds"
  | "domain"
  | "shape"
  | "suggested-definition";
