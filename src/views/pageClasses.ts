import type { Workbench } from "../check/Workbench";
import type { Derivation } from "../derivation/Derivation";
import { type Classes, findClasses } from "./findClasses";

const known = new WeakMap<Workbench, Classes | null>();

/** The classes of a section as its workbench computes them, looked for once; null where it has none. */
export function pageClasses(workbench: Workbench, derivation: Derivation, section: string): Classes | null {
  const before = known.get(workbench);
  if (before !== undefined) return before;
  const number = derivation.sections.find(({ id }) => id === section)?.scope ?? 0;
  const scope = derivation.scopes[number];
  const found = scope === undefined ? null : findClasses(workbench, scope, number);
  known.set(workbench, found);
  return found;
}
