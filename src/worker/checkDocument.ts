import { checkDerivation } from "../check/checkDerivation";
import type { Derivation } from "../derivation/Derivation";
import type { WorkerMessage } from "../views/WorkerMessage";

/** Judges a compiled document anew, and says how far it is. */
export function checkDocument(derivation: Derivation, tell: (message: WorkerMessage) => void): WorkerMessage {
  let done = 0;
  const { verdicts } = checkDerivation(derivation, {
    onStep: () => {
      done += 1;
      tell({ kind: "progress", what: "step", done, of: derivation.steps.length });
    },
  });
  return { kind: "checked", verdicts };
}
