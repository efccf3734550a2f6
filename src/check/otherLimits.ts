import { mentionedNames } from "../derivation/heads";
import type { Condition } from "../formula/Expression";
import type { StepInput } from "./StepInput";
import type { Surveyed } from "./Surveyed";

/** By how much limits are larger the second time: n! is 2n at 3 and not at 5. */
const larger = 2;

/**
 * The scope in which the limits that a step takes for numbers, the n of Σ_{i=1}^n i = n(n+1)/2, are others; null where
 * the text says how much each of them is, or there are none.
 */
export function otherLimits(
  step: StepInput,
  surveyed: Surveyed,
  counted: ReadonlyMap<string, number>,
): Surveyed | null {
  const { scope, ranges } = surveyed.source;
  const conditions: readonly Condition[] = [...step.conditions, ...(step.supposed ?? [])];
  const said = new Set([
    ...Object.keys(scope.sizes),
    ...Object.keys(ranges.sizes),
    ...(step.given ?? []).map(({ name }) => name),
    ...conditions.flatMap(({ sides }) => sides.flatMap((side) => [...mentionedNames(side)])),
  ]);
  const free = [...counted].filter(([name]) => !said.has(name));
  if (free.length === 0) return null;
  return free.reduce((at, [name, size]) => at.under({ kind: "size", name, size: size + larger }), surveyed);
}
