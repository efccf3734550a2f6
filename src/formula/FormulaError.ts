import type { Span } from "./Span";

/** Why a formula was not read. The sentences are in `derivation/describeProblem`. */
export interface FormulaError {
  readonly code: FormulaErrorCode;
  /** What the sentence needs to name: the offending characters or command, or what was expected. */
  readonly detail: string;
  readonly span: Span;
}

export type FormulaErrorCode =
  | "empty"
  | "unexpected"
  | "unclosed"
  | "unopened"
  | "unknown-command"
  | "unsupported"
  | "ambiguous"
  | "missing-argument"
  | "unknown-environment"
  | "too-deep"
  | "too-long"
  | "macro-loop"
  | "macro-definition"
  | "sum-without-index"
  | "dots";

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: FormulaError };
