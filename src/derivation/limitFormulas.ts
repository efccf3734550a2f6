import type { Formula } from "./Derivation";
import type { Scan } from "./displays";
import type { Found, Mathematics } from "./Mathematics";
import type { Problem } from "./Problem";

export interface LimitedScan {
  readonly found: readonly Found[];
  readonly formulas: readonly Formula[];
  readonly problems: readonly Problem[];
}

/** At most `limit` displays are read, and five times as many formulas in all; what comes after stays as text. */
export function limitFormulas(scan: Scan, limit: number): LimitedScan {
  let displays = 0;
  let all = 0;
  const last = scan.found.findIndex((one) => {
    if (!isMathematics(one)) return false;
    all++;
    if (one.kind !== "inline") displays++;
    return displays > limit || all > 5 * limit;
  });
  const found =
    last === -1 ? scan.found : scan.found.filter((one, index) => index < last || one.kind === "replacement");
  const formulas = found.flatMap((one) => (one.kind === "replacement" ? [] : [one.formula]));
  const span = scan.found[last]?.span;
  if (span === undefined) return { found, formulas, problems: scan.problems };
  const problem: Problem = { code: "too-many-formulas", severity: "warning", detail: String(limit), span };
  return { found, formulas, problems: [...scan.problems, problem] };
}

function isMathematics(found: Found): found is Mathematics {
  return found.kind !== "replacement" && found.kind !== "where";
}
