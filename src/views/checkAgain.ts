import type { Verdict } from "../check/Verdict";
import type { Derivation } from "../derivation/Derivation";
import type { ReadingWorker } from "./ReadingWorker";

/**
 * Every verdict of a document, computed anew in a worker of its own; null where that broke off or came to a standstill
 * (`alarm` rings after the longest silence that is waited for).
 */
export function checkAgain(
  derivation: Derivation,
  start: () => ReadingWorker,
  alarm: (task: () => void) => () => void,
): Promise<readonly (Verdict | null)[] | null> {
  return new Promise((resolve) => {
    const worker = start();
    let calm = () => {};
    const end = (verdicts: readonly (Verdict | null)[] | null) => {
      calm();
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
      resolve(verdicts);
    };
    worker.onerror = () => end(null);
    worker.onmessage = ({ data }) => {
      calm();
      if (data.kind === "checked") end(data.verdicts);
      else calm = alarm(() => end(null));
    };
    worker.postMessage(derivation);
  });
}

/** Whether two verdicts say the same in every figure. Verdicts are computed alike in every browser, to the last bit. */
export function sameVerdict(one: Verdict | null, other: Verdict | null): boolean {
  return figures(one) === figures(other);
}

/** Without the words that a built document adds; JSON has one "null" for what is undefined in either. */
function figures(verdict: (Verdict & { readonly words?: unknown }) | null): string {
  return JSON.stringify(verdict, (key, value: unknown) => (key === "words" ? undefined : value));
}
