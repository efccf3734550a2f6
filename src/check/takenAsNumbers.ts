import { matrices } from "../calculus/symbolLooks";
import type { Survey } from "../calculus/World";
import { wholeFormula } from "../calculus/wholeFormula";
import type { Expression } from "../formula/Expression";
import { walk } from "../formula/traverse";

/** Capitals that are named like matrices and were taken as numbers, for nothing in the document says what they are. */
export function takenAsNumbers(sides: readonly Expression[], survey: Survey): readonly string[] {
  const found = new Set<string>();
  for (const side of sides)
    walk(wholeFormula(side, survey.looks), (part) => {
      if (part.kind !== "variable" || part.indices.length > 0 || !matrices.test(part.name)) return;
      const isKnown = survey.definitions.has(survey.canonical(part.name)) || survey.ranges.limit(part.name) !== null;
      if (!isKnown) found.add(part.name);
    });
  return [...found];
}
