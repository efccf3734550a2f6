import { arrayFacts } from "../formula/arrayFacts";
import type { Assumption } from "../formula/Definition";
import type { Expression } from "../formula/Expression";

/** What is assumed of free vectors and matrices. */
export interface FixedArrays {
  /** ‖u‖² by name: the last entry then is √(‖u‖² − Σ others²), so that samples obey it exactly. */
  readonly lengths: ReadonlyMap<string, string>;
  /** A = Aᵀ: an entry below the diagonal is the one above it. */
  readonly symmetric: ReadonlySet<string>;
}

export function fixedArraysOf(
  assumptions: readonly Assumption[],
  nameOf: (variable: Expression) => string | null,
): FixedArrays {
  const lengths = new Map<string, string>();
  const symmetric = new Set<string>();
  for (const { condition } of assumptions)
    for (const fact of arrayFacts(condition) ?? []) {
      const name = fact.kind === "other" ? null : nameOf(fact.variable);
      if (name === null) continue;
      if (fact.kind === "length") lengths.set(name, fact.square);
      else symmetric.add(name);
    }
  return { lengths, symmetric };
}
