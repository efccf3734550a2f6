import type { Expression, IndexedSum } from "./Expression";

/** Σ_index body, over the whole range of the index; it stands where the body stands. */
export function sumOver(index: string, body: Expression): IndexedSum {
  return { kind: "indexed", operation: "sum", index, lower: null, upper: null, condition: null, body, span: body.span };
}
