import { createDesk, type Desk, type ReadingWorker } from "./views/createDesk";
import { browserKeeper } from "./views/keepText";
import workerAddress from "./worker/documentWorker?worker&url";

/** A worker that says nothing for so long is stuck. */
const longestSilence = 5000;

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

/** The page's policy lets no string become a script; this one address is vouched for. */
function vouchFor(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return (
    trustedTypes?.createPolicy("app-worker", { createScriptURL: (url) => url }).createScriptURL(address) ?? address
  );
}

/** The worker and KaTeX within it are fetched when the first document is opened. */
export function startDesk(): Desk {
  let vouched: string | null = null;
  return createDesk({
    keeper: browserKeeper,
    start: () => {
      vouched ??= vouchFor(workerAddress);
      return new Worker(vouched, { type: "module" }) as ReadingWorker;
    },
    alarm: (task) => {
      const timer = setTimeout(task, longestSilence);
      return () => clearTimeout(timer);
    },
  });
}
