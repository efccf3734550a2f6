import type { Token } from "../formula/Token";
import { type Groups, isCommand, isMark } from "./tokenGroups";

/** A row of a display: which tokens it holds, which of them end a cell, its printed label. */
export interface Row {
  /** Indices of the row's tokens that belong to formulas, in order. */
  readonly tokens: readonly number[];
  /** Of these, positions before which an `&` parts two equations that stand side by side. */
  readonly breaks: ReadonlySet<number>;
  /** True where the row's first cell is empty. */
  readonly emptyCell: boolean;
  readonly label: string | null;
}

export function splitRows(tokens: readonly Token[], groups: Groups): readonly Row[] {
  const rows: Row[] = [];
  let cells: number[][] = [[]];
  let label: string | null = null;
  const finish = () => {
    if (cells.some((cell) => cell.length > 0) || label !== null) rows.push(rowOf(cells, tokens, label));
    cells = [[]];
    label = null;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || groups.layout[index] === true) continue;
    const top = groups.depth[index] === 0;
    if (top && token.kind === "row") finish();
    else if (top && token.kind === "align") cells.push([]);
    else if (isCommand(token, "tag")) {
      label = tokens[index + 1]?.text ?? null;
      index++;
    } else if (isCommand(token, "eqno", "leqno")) {
      label = tokens
        .slice(index + 1)
        .map(({ text }) => text)
        .join("");
      break;
    } else cells.at(-1)?.push(index);
  }
  finish();
  return rows;
}

function rowOf(cells: readonly (readonly number[])[], tokens: readonly Token[], label: string | null): Row {
  const relationCells = cells.some(
    (cell, index) => index % 2 === 1 && cell.length === 1 && isRelationToken(tokens[cell[0] ?? -1]),
  );
  const flat: number[] = [];
  const breaks = new Set<number>();
  cells.forEach((cell, index) => {
    if (index > 0 && index % 2 === 0 && !relationCells) breaks.add(flat.length);
    flat.push(...cell);
  });
  return { tokens: flat, breaks, emptyCell: cells.length > 1 && cells[0]?.length === 0, label };
}

function isRelationToken(token: Token | undefined): boolean {
  return isMark(token, "=", "<", ">", ":=") || isCommand(token, "approx", "equiv", "le", "ge", "propto", "ne");
}
