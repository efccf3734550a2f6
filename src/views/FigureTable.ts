/** What a figure draws, as numbers. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** Comma-separated, full precision; an undefined value is an empty cell. */
export function csvText({ columns, rows }: FigureTable): string {
  const lines = rows.map((row) => row.map((value) => (Number.isFinite(value) ? String(value) : "")).join(","));
  return `${[columns.map(quoted).join(","), ...lines].join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
