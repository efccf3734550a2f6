import type { Span } from "../formula/Span";

/** Why a formula that was read has no value. `describeVerdict` has the sentences. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly span: Span;
}

export type RefusalCode =
  | "circular-definition"
  | "lost-index"
  | "index-not-a-number"
  | "too-many-terms"
  | "shape"
  | "unsupported"
  | "prime-variable"
  | "wrong-arity"
  | "derivative-by"
  | "too-large";

/** Thrown inside lowering only, and caught at its one entry. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, detail: string, span: Span) {
    super(code);
    this.refusal = { code, detail, span };
  }
}
