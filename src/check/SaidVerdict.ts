import { describeVerdict, noteWords, slipWords, type VerdictWords } from "./describeVerdict";
import type { Verdict } from "./Verdict";

/** A verdict with what there is to say about it: whoever shows it needs no sentences of their own. */
export type SaidVerdict = Verdict & {
  readonly words: VerdictWords & {
    /** Remarks that go with the verdict, one text. */
    readonly notes: string;
    /** The mistake that explains a failure. */
    readonly slip: string | null;
  };
};

export function sayVerdict(verdict: Verdict): SaidVerdict {
  const notes = "notes" in verdict ? verdict.notes.map(noteWords).join(" ") : "";
  const slip = verdict.kind === "fails" && verdict.slip !== null ? slipWords(verdict.slip) : null;
  return { ...verdict, words: { ...describeVerdict(verdict), notes, slip } };
}
