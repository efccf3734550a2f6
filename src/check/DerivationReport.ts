import type { Derivation } from "../derivation/Derivation";
import type { Verdict } from "./Verdict";

/** A document with the verdict of each of its steps, in the order of `derivation.steps`. */
export interface DerivationReport {
  readonly derivation: Derivation;
  /** One per step of the derivation; steps that are not claims have null. */
  readonly verdicts: readonly (Verdict | null)[];
  readonly seed: number;
}
