/** What a run found of one file, with every sentence and position settled: what the formats print. Plain data. */
export interface CheckedFile {
  readonly path: string;
  readonly title: string;
  readonly steps: readonly CheckedStep[];
  readonly definitions: readonly { readonly line: number; readonly symbol: string }[];
  readonly problems: readonly CheckedProblem[];
}

/** Characters of the file; lines and columns from 1, `endColumn` excluded. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type VerdictName = "holds" | "holds-if" | "fails" | "not-checked";

export interface CheckedStep {
  /** The section's title in plain text. */
  readonly section: string;
  /** The right side. */
  readonly place: Place;
  readonly left: string;
  readonly right: string;
  readonly relation: string;
  readonly rule: string | null;
  readonly verdict: VerdictName;
  readonly condition: string | null;
  readonly samples: number;
  readonly largestDifference: number | null;
  readonly counterexample: Counterpoint | null;
  /** The one small change that would make it hold, in words. */
  readonly slip: string | null;
  readonly asPublished: boolean;
  readonly reason: string | null;
  readonly notes: readonly string[];
  /** Lines of the file around the offending characters. */
  readonly excerpt: readonly ExcerptLine[];
  readonly gradient: StepGradient | null;
}

/** The point at which two sides differ; free indices stand among the inputs. A value that is not a number is null. */
export interface Counterpoint {
  readonly inputs: Readonly<Record<string, number>>;
  readonly left: number | null;
  readonly right: number | null;
}

/** A derivative that the document states, three ways, at its starting inputs. */
export interface StepGradient {
  readonly formula: number | null;
  readonly automatic: number | null;
  readonly central: number | null;
  readonly h: number;
  readonly digits: number;
  /** The error of the difference quotient against h, with the arms of its model; null where it is no number. */
  readonly errors: readonly StepSizeError[];
}

export interface StepSizeError {
  readonly h: number;
  readonly error: number | null;
  readonly truncation: number | null;
  readonly rounding: number | null;
}

export interface CheckedProblem {
  readonly place: Place;
  readonly message: string;
  readonly severity: "error" | "warning" | "information";
  /** Stable name of the kind of problem. */
  readonly code: string;
  readonly excerpt: readonly ExcerptLine[];
}

/** A line of the file, or the part of a long one that matters; `from` and `to` are offsets of `text` to underline. */
export interface ExcerptLine {
  readonly line: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
