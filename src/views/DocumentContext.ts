import { createContext, useContext } from "react";
import type { SetFormula } from "./SetFormula";
import type { SymbolColours } from "./symbolColours";

/** What every view of one document reads and none changes. */
export interface DocumentFacts {
  readonly formulas: Readonly<Record<string, SetFormula>>;
  readonly colours: SymbolColours;
}

export const DocumentContext = createContext<DocumentFacts>({ formulas: {}, colours: new Map() });

export function useFormulas(): Readonly<Record<string, SetFormula>> {
  return useContext(DocumentContext).formulas;
}

export function useColours(): SymbolColours {
  return useContext(DocumentContext).colours;
}
