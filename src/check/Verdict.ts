import type { Span } from "../formula/Span";

/** What the engine found of one step. `holds` means: no counterexample at `samples` points, to about 24 digits. */
export type Verdict = Holds | HoldsIf | Fails | NotChecked;

export interface Holds {
  readonly kind: "holds";
  readonly samples: number;
  /** Largest |left − right| relative to max(1, |left|, |right|), as the double tier computes it at the samples. */
  readonly largestDifference: number;
  /** Said beside the verdict, never hidden: assumptions used, branches reached. */
  readonly notes: readonly Remark[];
}

export interface HoldsIf {
  readonly kind: "holds-if";
  readonly condition: Remark;
  readonly samples: number;
  readonly largestDifference: number;
  /** Where it fails without the condition. */
  readonly counterexample: Counterexample | null;
  readonly notes: readonly Remark[];
}

export interface Fails {
  readonly kind: "fails";
  readonly samples: number;
  readonly largestDifference: number;
  readonly counterexample: Counterexample;
  readonly slip: Slip | null;
  readonly notes: readonly Remark[];
}

export interface NotChecked {
  readonly kind: "not-checked";
  readonly reason: Remark;
}

/** `inputs` by key as in `InputSpec.key`, with limits that are numbers (n); `indices` by letter, 1-based; values rounded once to double. */
export interface Counterexample {
  readonly inputs: Readonly<Record<string, number>>;
  readonly indices: Readonly<Record<string, number>>;
  readonly left: number;
  readonly right: number;
}

/** A sentence as data: `describeVerdict` has the words; `tex` is the condition as a formula, if it is one. */
export interface Remark {
  readonly code: string;
  readonly detail: string;
  readonly tex: string | null;
}

/** One small change that alone makes the step hold. */
export interface Slip {
  readonly code: string;
  /** Which side it is made on, where in that side's TeX, and what the side becomes. */
  readonly side: "left" | "right";
  readonly span: Span;
  readonly tex: string;
}
