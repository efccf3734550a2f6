import { usePageState } from "./PageContext";
import type { PageRow } from "./pageRows";

/** True while a row is kept back until the reader has predicted it. */
export function useIsHidden(row: PageRow | null): boolean {
  return usePageState(({ prediction }) => prediction !== null && row !== null && row.number > prediction.revealed);
}
