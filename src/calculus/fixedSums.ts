import type { Assumption } from "../formula/Definition";
import type { FixedSum } from "./World";

/** Assumptions of the form Σ_j y_{i,j} = 1: the last entry then is 1 − Σ others, so that samples obey them exactly. */
export function fixedSumsOf(
  assumptions: readonly Assumption[],
  canonical: (name: string) => string,
): ReadonlyMap<string, FixedSum> {
  const found = new Map<string, FixedSum>();
  for (const { condition } of assumptions) {
    const [sum, total] = condition.sides;
    if (condition.relations[0] !== "=" || sum?.kind !== "indexed" || sum.operation !== "sum" || sum.condition !== null)
      continue;
    if (sum.body.kind !== "variable" || total?.kind !== "number") continue;
    const position = sum.body.indices.findIndex((index) => index.kind === "variable" && index.name === sum.index);
    if (position >= 0)
      found.set(canonical(sum.body.name), { position, rank: sum.body.indices.length, total: total.text });
  }
  return found;
}
