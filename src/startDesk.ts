import { createDesk, type Desk } from "./views/createDesk";
import { browserKeeper } from "./views/keepText";
import type { ReadingWorker } from "./views/ReadingWorker";
import { vouchFor } from "./vouchFor";
import workerAddress from "./worker/documentWorker?worker&url";

/** A worker that says nothing for so long is stuck. */
const longestSilence = 5000;

/** The worker and KaTeX within it are fetched when the first document is opened. */
export function startDesk(): Desk {
  return createDesk({
    keeper: browserKeeper,
    start: () => new Worker(vouchFor(workerAddress), { type: "module" }) as ReadingWorker,
    alarm: (task) => {
      const timer = setTimeout(task, longestSilence);
      return () => clearTimeout(timer);
    },
  });
}
