import type { Remark } from "./Verdict";

/** A sentence as data; `describeVerdict` has the words. */
export function remark(code: string, detail: string, tex: string | null = null): Remark {
  return { code, detail, tex };
}
