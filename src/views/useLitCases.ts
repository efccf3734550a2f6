import { useEffect, useMemo } from "react";
import { branchOf, type CaseLine, caseLine, termCases } from "./caseOf";
import { type LineSide, lineSides } from "./LineSide";
import { useOpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";
import { elementsOf } from "./partElements";

/** Whether a cell stands on the diagonal. */
export type CellCase = "same" | "other";

/** Two cells that tell the cases apart: one on the diagonal and one beside it. */
const samples: Readonly<Record<CellCase, readonly [number, number]>> = { same: [1, 1], other: [1, 2] };

/**
 * Lights the case of the paper's formulas that a cell falls under, and hears at which case of them is pointed: the two
 * are one thing in two places.
 */
export function useLitCases(lit: CellCase | null, hear: (pointed: CellCase | null) => void): void {
  const open = useOpenPage();
  const sides = useMemo(() => lineSides(open), [open]);
  useEffect(() => {
    const end = new AbortController();
    for (const which of ["same", "other"] as const)
      for (const element of caseElements(open.rows, sides, which)) {
        element.addEventListener("pointerenter", () => hear(which), end);
        element.addEventListener("pointerleave", () => hear(null), end);
      }
    return () => end.abort();
  }, [open, sides, hear]);
  useEffect(() => {
    if (lit === null) return;
    const elements = caseElements(open.rows, sides, lit);
    for (const element of elements) element.classList.add("is-lit-case");
    return () => {
      for (const element of elements) element.classList.remove("is-lit-case");
    };
  }, [open, sides, lit]);
}

/** Where the lines of a page say a case: a row of a matrix of cases, or the terms of a sum that was taken apart. */
function caseElements(rows: readonly PageRow[], sides: readonly LineSide[], which: CellCase): readonly Element[] {
  const inCases = rows.flatMap((row) => {
    const line = caseLine(row.chain, row.line.expression);
    return line === null ? [] : cellsOf(row.number, line, which);
  });
  const inSums = sides.flatMap((side) => {
    const terms = termCases(side.line.expression)?.[which] ?? [];
    return terms.flatMap((term) => {
      const part = side.parts.findIndex(({ expression }) => expression === term);
      return part <= 0 ? [] : elementsOf(document, { side, part });
    });
  });
  return [...inCases, ...inSums];
}

/** The set cells of one branch: KaTeX sets a matrix column by column, empty rows included. */
function cellsOf(row: number, line: CaseLine, which: CellCase): readonly Element[] {
  const branch = branchOf(line, samples[which]);
  const table = document.querySelector(`[data-step="${row}"] .line-right .mtable`);
  if (branch === null || table === null) return [];
  const columns = [...table.children].filter((column) => /\bcol-align-/.test(column.className));
  return columns.flatMap((column) => {
    const cells = [...column.querySelectorAll(":scope > .vlist-t > .vlist-r:first-child > .vlist > span > .mord")];
    const filled = cells.filter((cell) => cell.textContent?.trim() !== "");
    return filled[branch] ?? [];
  });
}
