import type { OpenedStep } from "../check/OpenedStep";
import type { SaidVerdict } from "../check/SaidVerdict";
import type { Derivation } from "../derivation/Derivation";
import type { Drawings } from "./Drawing";
import type { SetFormula } from "./SetFormula";

/** What `import document from "../library/x.md"` gives: a document compiled and checked at build time. */
export interface JudgedDocument {
  readonly derivation: Derivation;
  /** One per step of the derivation; null where a step is no claim. */
  readonly verdicts: readonly (SaidVerdict | null)[];
  /** How steps open into smaller ones, by their ids: only those that do. */
  readonly smaller: Readonly<Record<string, OpenedStep>>;
}

/** Every formula of a document's pages by `formulaKey`, set at build time. */
export type SetFormulas = Readonly<Record<string, SetFormula>>;

/**
 * A document with its formulas and the frames of its charts; null while they are on their way, for a prerendered page
 * shows its own already.
 */
export interface BuiltDocument extends JudgedDocument {
  readonly formulas: SetFormulas | null;
  readonly drawings: Drawings | null;
}
