import { createContext, useContext } from "react";
import type { OpenedStep } from "../check/OpenedStep";
import type { JudgedDocument, SetFormulas } from "./BuiltDocument";
import { type Drawings, noDrawings } from "./Drawing";
import type { SymbolColours } from "./symbolColours";

/** What every view of one document reads and none changes. */
export interface DocumentFacts {
  readonly formulas: SetFormulas | null;
  readonly drawings: Drawings | null;
  readonly colours: SymbolColours;
  readonly smaller: JudgedDocument["smaller"];
}

export const DocumentContext = createContext<DocumentFacts>({
  formulas: {},
  drawings: noDrawings,
  colours: new Map(),
  smaller: {},
});

export function useFormulas(): SetFormulas | null {
  return useContext(DocumentContext).formulas;
}

export function useDrawings(): Drawings | null {
  return useContext(DocumentContext).drawings;
}

export function useColours(): SymbolColours {
  return useContext(DocumentContext).colours;
}

/** How a step opens into smaller ones; null where it does not. */
export function useOpenedStep(step: string | null): OpenedStep | null {
  const { smaller } = useContext(DocumentContext);
  return step === null ? null : (smaller[step] ?? null);
}
