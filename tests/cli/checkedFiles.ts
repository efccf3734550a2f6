import type { CheckedFile, CheckedStep } from "../../src/cli/CheckedFile";
import type { Options } from "../../src/cli/Options";

export const plainOptions: Options = {
  format: "text",
  seed: 1,
  samples: null,
  strict: false,
  watch: false,
  quiet: false,
  gradients: false,
};

export function step(parts: Partial<CheckedStep> = {}): CheckedStep {
  return {
    section: "The loss",
    place: { line: 3, column: 5, endLine: 3, endColumn: 10 },
    left: "(a + b)^2",
    right: "a^2 + b^2",
    relation: "=",
    rule: null,
    verdict: "holds",
    condition: null,
    samples: 86,
    largestDifference: 0,
    counterexample: null,
    slip: null,
    asPublished: false,
    reason: null,
    notes: [],
    excerpt: [],
    gradient: null,
    ...parts,
  };
}

export const failing = step({
  verdict: "fails",
  rule: "expand",
  counterexample: { inputs: { a: 0.5, b: -2 }, left: 2.25, right: 4.25 },
  largestDifference: 8,
  slip: "It would hold with 2ab added.",
  excerpt: [{ line: 3, text: "  = a^2 + b^2 \\\\", from: 4, to: 13 }],
});

export function file(steps: readonly CheckedStep[], parts: Partial<CheckedFile> = {}): CheckedFile {
  return { path: "notes/square.md", title: "Squares", steps, definitions: [], problems: [], ...parts };
}
