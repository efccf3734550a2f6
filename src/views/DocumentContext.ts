import { createContext, useContext } from "react";
import type { SetFormulas } from "./BuiltDocument";
import type { SymbolColours } from "./symbolColours";

/** What every view of one document reads and none changes. */
export interface DocumentFacts {
  readonly formulas: SetFormulas | null;
  readonly colours: SymbolColours;
}

export const DocumentContext = createContext<DocumentFacts>({ formulas: {}, colours: new Map() });

export function useFormulas(): SetFormulas | null {
  return useContext(DocumentContext).formulas;
}

export function useColours(): SymbolColours {
  return useContext(DocumentContext).colours;
}
