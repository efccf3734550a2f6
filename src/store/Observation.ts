import type { Bindings } from "../check/Bindings";
import type { Workbench } from "../check/Workbench";

/** What the page's numbers are at some bindings: derived, never set by hand. */
export interface Observation {
  readonly bindings: Bindings;
  /** Value of each line of the workbench; NaN where it is undefined. */
  readonly lineValues: Float64Array;
  /** ∂loss/∂input by key. */
  readonly gradients: Readonly<Record<string, number>>;
}

export function observe(workbench: Workbench, bindings: Bindings): Observation {
  return { bindings, lineValues: workbench.lineValues(bindings), gradients: workbench.gradients(bindings) };
}
