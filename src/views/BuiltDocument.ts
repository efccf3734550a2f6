import type { Verdict } from "../check/Verdict";
import type { Derivation } from "../derivation/Derivation";
import type { SetFormula } from "./SetFormula";

/** What `import document from "../library/x.md"` gives: a document compiled, checked and set at build time. */
export interface BuiltDocument {
  readonly derivation: Derivation;
  /** One per step of the derivation; null where a step is no claim. */
  readonly verdicts: readonly (Verdict | null)[];
  /** Every formula of its pages by `formulaKey`. */
  readonly formulas: Readonly<Record<string, SetFormula>>;
}
