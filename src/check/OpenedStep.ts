import type { RewriteName } from "./rewrites";

/** How a step opens: lines in between, none of them a side of the step, and the rule that leads to its right side. */
export interface OpenedStep {
  readonly between: readonly SmallStep[];
  readonly last: SmallRule;
}

/** One line between the two of a step: a formula, and how it follows from what stands before it. */
export interface SmallStep {
  readonly tex: string;
  readonly rule: SmallRule;
}

/** The name of a rule, and TeX of what it is about. */
export interface SmallRule {
  readonly code: RewriteName["code"];
  readonly tex: string | null;
}
