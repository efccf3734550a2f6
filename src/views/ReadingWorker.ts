import type { Derivation } from "../derivation/Derivation";
import type { WorkerMessage } from "./WorkerMessage";

/** The part of a Worker that is used here. */
export interface ReadingWorker {
  readonly postMessage: (message: string | Derivation) => void;
  readonly terminate: () => void;
  onmessage: ((event: { readonly data: WorkerMessage }) => void) | null;
  onerror: ((event: never) => void) | null;
}
