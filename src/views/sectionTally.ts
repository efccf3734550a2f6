import type { Verdict } from "../check/Verdict";
import type { Derivation } from "../derivation/Derivation";
import type { Tally } from "./LibraryEntry";

/**
 * Counts the verdicts of one section. A line that is shown as published counts only where it fails, and then as
 * announced: attention, not alarm.
 */
export function sectionTally(derivation: Derivation, verdicts: readonly (Verdict | null)[], section: string): Tally {
  const tally = { holds: 0, attention: 0, fails: 0 };
  derivation.steps.forEach((step, index) => {
    const verdict = verdicts[index] ?? null;
    if (step.section !== section || verdict === null) return;
    if (step.asPublished) tally.attention += verdict.kind === "holds" ? 0 : 1;
    else if (verdict.kind === "holds") tally.holds += 1;
    else if (verdict.kind === "fails") tally.fails += 1;
    else tally.attention += 1;
  });
  return tally;
}
