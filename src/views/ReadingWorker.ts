import type { WorkerMessage, WorkerTask } from "./WorkerMessage";

/** The part of a Worker that is used here. */
export interface ReadingWorker {
  readonly postMessage: (message: WorkerTask) => void;
  readonly terminate: () => void;
  onmessage: ((event: { readonly data: WorkerMessage }) => void) | null;
  onerror: ((event: never) => void) | null;
}
