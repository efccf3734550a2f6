import type { BuiltDocument, JudgedDocument, SetFormulas } from "./BuiltDocument";
import type { Drawings } from "./Drawing";

/** A document of the library with all that its pages show, fetched at once; null where there is none of that name. */
export function loadWhole(
  judged: Promise<JudgedDocument> | null,
  formulas: Promise<SetFormulas> | null,
  drawings: () => Promise<Drawings>,
): Promise<BuiltDocument> | null {
  if (judged === null || formulas === null) return null;
  return Promise.all([judged, formulas, drawings()]).then(([document, set, frames]) => ({
    ...document,
    formulas: set,
    drawings: frames,
  }));
}
