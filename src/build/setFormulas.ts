import type { Verdict } from "../check/Verdict";
import type { Workbench } from "../check/Workbench";
import type { Derivation } from "../derivation/Derivation";
import type { Expression } from "../formula/Expression";
import { type FormulaStyle, formulaKey } from "../views/formulaKey";
import { pageFormulas } from "../views/pageFormulas";
import type { SetFormula } from "../views/SetFormula";
import { setFormula } from "./setFormula";

/** Sets every formula that a document's pages show, each once. */
export function setFormulas(
  derivation: Derivation,
  verdicts: readonly (Verdict | null)[],
  workbenches: readonly Workbench[],
  read: (tex: string) => readonly Expression[],
  others: readonly { readonly tex: string; readonly style: FormulaStyle }[] = [],
  tell: (done: number, of: number) => void = () => {},
): Readonly<Record<string, SetFormula>> {
  const formulas = pageFormulas(derivation, verdicts, workbenches, read, others);
  return Object.fromEntries(
    formulas.map(({ tex, style, marked }, index) => {
      tell(index, formulas.length);
      return [formulaKey(tex, style), setFormula(tex, style, marked)];
    }),
  );
}
