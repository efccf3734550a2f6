import { createContext, useContext } from "react";
import type { SaidVerdict } from "../check/SaidVerdict";
import type { Derivation } from "../derivation/Derivation";
import type { Page } from "../store/createPage";
import type { PageState } from "../store/PageState";
import type { PageRow } from "./pageRows";
import { useSelected } from "./useSelected";

/** The open section: its store and what it is made of. */
export interface OpenPage {
  readonly page: Page;
  readonly derivation: Derivation;
  readonly verdicts: readonly (SaidVerdict | null)[];
  readonly section: string;
  readonly rows: readonly PageRow[];
}

export const PageContext = createContext<OpenPage | null>(null);

export function useOpenPage(): OpenPage {
  const open = useContext(PageContext);
  if (open === null) throw new Error("Outside of a page");
  return open;
}

export function usePage(): Page {
  return useOpenPage().page;
}

/** Re-renders when the selected part changes. Live numbers don't come this way: see `useLive`. */
export function usePageState<T>(select: (state: PageState) => T): T {
  return useSelected(usePage().state, select);
}

/** The row that the reader is at; a page without lines has none. */
export function useCurrentRow(): PageRow | null {
  const { rows } = useOpenPage();
  const step = usePageState((state) => state.step);
  return rows[step - 1] ?? null;
}
