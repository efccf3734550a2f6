import type { Definition } from "../formula/Definition";
import type { Condition, Expression, Relation, Variable } from "../formula/Expression";

export interface StepInput {
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: Relation;
  readonly headVariable: Variable | null;
  /** Conditions on indices that the text states for this step. */
  readonly conditions: readonly Condition[];
  /** What the text says of vectors and matrices before the step, ‖u‖ = 1. */
  readonly stated?: readonly Condition[];
  /** Equations that it supposes before the step, Su = λu. */
  readonly supposed?: readonly Condition[];
  /** Values that the text gives to symbols where the step stands, for a worked example. */
  readonly given?: readonly Definition[];
}

export interface CheckOptions {
  readonly seed: number;
  /** Core points; 48 unless asked otherwise. */
  readonly samples: number;
}
