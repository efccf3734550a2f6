/** "display" for the lines of a chain, "inline" for formulas within prose, labels and titles. */
export type FormulaStyle = "display" | "inline";

/** The name under which a set formula is kept: the same TeX in the same style is one formula of a document. */
export function formulaKey(tex: string, style: FormulaStyle): string {
  return `${style} ${tex}`;
}
