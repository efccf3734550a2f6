import { statedOfArrays } from "./assumptions";
import { speaksOfSolving } from "./cues";
import type { Draft, DraftChain } from "./Draft";
import { derivativeHead, headOfExpression, isNumeric, isZero } from "./heads";

/**
 * Where a document solves an equation: from a display that sets something to zero to the next heading. What stands
 * there is true only at the solution, so it neither defines what was used before nor can be judged as an identity.
 */
export class Solving {
  private readonly from = new Map<number, number>();

  constructor(drafts: readonly Draft[]) {
    drafts.forEach((draft, index) => {
      if (draft.kind === "chain" && !this.from.has(draft.place.heading) && setsToZero(draft))
        this.from.set(draft.place.heading, index);
    });
  }

  /** Whether the draft stands after the equation that is being solved. */
  isAt(heading: number, index: number): boolean {
    return (this.from.get(heading) ?? Number.POSITIVE_INFINITY) < index;
  }
}

/** Whether a chain ends in `= 0` as an equation for an unknown: a derivative set to zero, or prose that speaks of solving. */
export function setsToZero(draft: DraftChain): boolean {
  const { lines } = draft.chain;
  const first = lines[0]?.expression ?? null;
  if (statedOfArrays(draft, () => false) !== null) return false;
  return lines.some(
    (line, position) =>
      position > 0 && line.relation === "=" && isZero(line.expression) && isForUnknown(draft, first, position),
  );
}

function isForUnknown(draft: DraftChain, first: Parameters<typeof derivativeHead>[0], position: number): boolean {
  if (first === null || isNumeric(first)) return false;
  return (
    position > 1 || derivativeHead(first) !== null || speaksOfSolving(draft.before) || headOfExpression(first) === null
  );
}
