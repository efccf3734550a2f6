import { readFileSync } from "node:fs";

/**
 * A value that is known: `dec` its first 50 digits, `dbl` the double nearest to it, both from arbitrary-precision
 * arithmetic at two precisions that agree. Infinite arguments stand for limits; the sign of 0 is not meant.
 */
export interface ReferenceRow {
  readonly fn: string;
  readonly in: Readonly<Record<string, unknown>>;
  readonly dec: string;
  readonly dbl: string;
  readonly note?: string;
}

/** The rows of one file of `reference/`, one JSON object a line. */
export function reference(file: "scalar" | "bce" | "softmax"): readonly ReferenceRow[] {
  const text = readFileSync(new URL(`./reference/${file}.jsonl`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ReferenceRow);
}
