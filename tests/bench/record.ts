import { mkdirSync, writeFileSync } from "node:fs";

/** Prints a part's rows as a table and keeps them as JSON in .cache/bench. */
export function record(part: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  console.table(rows);
  mkdirSync(".cache/bench", { recursive: true });
  writeFileSync(`.cache/bench/${part}.json`, JSON.stringify({ node: process.version, rows }, null, 2));
}

/** The value below which this share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
