import type { CheckedFile, CheckedStep } from "./CheckedFile";

/** The stable form, version 1: keys are added, never renamed or removed. */
export function formatJson(files: readonly CheckedFile[], seed: number): string {
  return `${JSON.stringify({ version: 1, seed, files: files.map(fileEntry) }, null, 2)}\n`;
}

function fileEntry({ path, title, steps, definitions, problems }: CheckedFile) {
  return {
    path,
    title,
    steps: steps.map(stepEntry),
    definitions,
    problems: problems.map(({ place, message }) => ({ line: place.line, column: place.column, message })),
  };
}

/** Keys that the format marks as optional are left out where there is nothing to say. */
function stepEntry(step: CheckedStep) {
  return {
    section: step.section,
    line: step.place.line,
    column: step.place.column,
    left: step.left,
    right: step.right,
    ...(step.rule !== null && { rule: step.rule }),
    verdict: step.verdict,
    ...(step.condition !== null && { condition: step.condition }),
    samples: step.samples,
    largestDifference: step.largestDifference,
    ...(step.counterexample !== null && { counterexample: step.counterexample }),
    ...(step.slip !== null && { slip: step.slip }),
    asPublished: step.asPublished,
    ...(step.reason !== null && { reason: step.reason }),
    ...(step.notes.length > 0 && { notes: step.notes }),
    ...(step.gradient !== null && { gradient: step.gradient }),
  };
}
