import { checkDerivation, type DerivationCheckOptions } from "../../src/check/checkDerivation";
import type { Verdict } from "../../src/check/Verdict";
import { compileDerivation } from "../../src/derivation/compile";

/** The verdict on the last step of a small document. */
export function lastVerdict(markdown: string, options: DerivationCheckOptions = {}): Verdict {
  const verdict = checkDerivation(compileDerivation(markdown), options).verdicts.at(-1);
  if (verdict == null) throw new Error(`The last step of “${markdown}” is not judged.`);
  return verdict;
}

/** The verdict on one display after a few that define its symbols. */
export function judgeStep(step: string, definitions: readonly string[] = [], options: DerivationCheckOptions = {}) {
  return lastVerdict([...definitions, step].map(display).join("\n\n"), options);
}

export function display(tex: string): string {
  return `$$\n${tex}\n$$`;
}

/** "holds", "holds-if sum-is-one", "not-checked vacuous": a verdict with the code of its condition or reason. */
export function brief(verdict: Verdict): string {
  switch (verdict.kind) {
    case "holds-if":
      return `holds-if ${verdict.condition.code}`;
    case "not-checked":
      return `not-checked ${verdict.reason.code}`;
    default:
      return verdict.kind;
  }
}
