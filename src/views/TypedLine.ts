import type { Judgement } from "../check/judgeTyped";
import type { Derivation } from "../derivation/Derivation";

/** A reader's own line in the place of a document's. */
export interface TypedLine {
  readonly derivation: Derivation;
  readonly step: string;
  readonly tex: string;
}

/** Judges a typed line; null where that took too long or went wrong. */
export type JudgeLine = (line: TypedLine) => Promise<Judgement | null>;

/** What was typed without the relation that stands before a line: "&= a - y" is "a - y". */
export function typedTex(typed: string): string {
  return typed.replace(/^\s*&?\s*=/, "").trim();
}
