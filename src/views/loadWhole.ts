import type { BuiltDocument, JudgedDocument, SetFormulas } from "./BuiltDocument";

/** A document of the library with its formulas, both fetched at once; null where there is none of that name. */
export function loadWhole(
  judged: Promise<JudgedDocument> | null,
  formulas: Promise<SetFormulas> | null,
): Promise<BuiltDocument> | null {
  if (judged === null || formulas === null) return null;
  return Promise.all([judged, formulas]).then(([document, set]) => ({ ...document, formulas: set }));
}
