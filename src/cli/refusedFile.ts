import type { CheckedFile } from "./CheckedFile";
import { describeRefusal } from "./commandSentences";
import type { Refusal } from "./Refusal";

/** A file that was not checked, in the form of one that was: no steps, and the reason as its only problem. */
export function refusedFile(path: string, refusal: Refusal): CheckedFile {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const problem = {
    place,
    message: describeRefusal(refusal),
    severity: "error",
    code: refusal.code,
    excerpt: [],
  } as const;
  return { path, title: "", steps: [], definitions: [], problems: [problem] };
}
