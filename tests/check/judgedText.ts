import { checkDerivation } from "../../src/check/checkDerivation";
import type { Verdict } from "../../src/check/Verdict";
import { compileDerivation } from "../../src/derivation/compile";

/** The verdict of the last judged step of a small document. */
export function lastVerdict(text: string, seed = 1): Verdict {
  const { verdicts } = checkDerivation(compileDerivation(text), { seed });
  const found = verdicts.findLast((verdict) => verdict !== null);
  if (found == null) throw new Error(`nothing was judged in ${text}`);
  return found;
}

/** The verdict of one display. */
export function display(tex: string, before = ""): Verdict {
  return lastVerdict(`${before}\n\n$$\n${tex}\n$$\n`);
}
