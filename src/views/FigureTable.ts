/** What a figure draws, as numbers, with names where it has some. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** Comma-separated, full precision; an undefined value is an empty cell. */
export function csvText({ columns, rows }: FigureTable): string {
  const lines = rows.map((row) => row.map(cell).join(","));
  return `${[columns.map(quoted).join(","), ...lines].join("\r\n")}\r\n`;
}

function cell(value: number | string): string {
  if (typeof value === "string") return quoted(value);
  return Number.isFinite(value) ? String(value) : "";
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
