import { useEffect } from "react";
import { branchOf, type CaseLine, caseLine } from "./caseOf";
import { useOpenPage } from "./PageContext";

/** Whether a cell stands on the diagonal. */
export type CellCase = "same" | "other";

/** Two cells that tell the cases apart: one on the diagonal and one beside it. */
const samples: Readonly<Record<CellCase, readonly [number, number]>> = { same: [1, 1], other: [1, 2] };

/**
 * Lights the case of the paper's formulas that a cell falls under, and hears at which case of them is pointed: the two
 * are one thing in two places.
 */
export function useLitCases(lit: CellCase | null, hear: (pointed: CellCase | null) => void): void {
  const { rows } = useOpenPage();
  useEffect(() => {
    const calm: (() => void)[] = [];
    for (const row of rows) {
      const line = caseLine(row.chain, row.line.expression);
      if (line === null) continue;
      for (const which of ["same", "other"] as const)
        for (const cell of cellsOf(row.number, line, which)) {
          const [enter, leave] = [() => hear(which), () => hear(null)];
          cell.addEventListener("pointerenter", enter);
          cell.addEventListener("pointerleave", leave);
          calm.push(() => {
            cell.removeEventListener("pointerenter", enter);
            cell.removeEventListener("pointerleave", leave);
          });
        }
    }
    return () => {
      for (const end of calm) end();
    };
  }, [rows, hear]);
  useEffect(() => {
    if (lit === null) return;
    const cells = rows.flatMap((row) => {
      const line = caseLine(row.chain, row.line.expression);
      return line === null ? [] : cellsOf(row.number, line, lit);
    });
    for (const cell of cells) cell.classList.add("is-lit-case");
    return () => {
      for (const cell of cells) cell.classList.remove("is-lit-case");
    };
  }, [rows, lit]);
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
