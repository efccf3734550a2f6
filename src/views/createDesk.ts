import { createStore, type StoreApi } from "zustand/vanilla";
import type { Verdict } from "../check/Verdict";
import type { Derivation } from "../derivation/Derivation";
import { type DeskState, nothingKnown } from "./DeskState";
import type { KeptText, TextKeeper } from "./keepText";
import type { OwnDocument } from "./OwnDocument";
import type { ReadingWorker } from "./ReadingWorker";
import type { WorkerMessage } from "./WorkerMessage";

interface Around {
  readonly start: () => ReadingWorker;
  readonly keeper: TextKeeper;
  /** Calls after the longest silence that is waited for; gives what calls that off. */
  readonly alarm: (task: () => void) => () => void;
}

/** Where a reader's own document is opened, checked and kept. */
export interface Desk {
  readonly state: StoreApi<DeskState>;
  /** Gets a worker ready for a document that may come: fetched, and warm. */
  readonly prepare: () => void;
  /** Opens a file; true where it is the reader's document now. */
  readonly openFile: (file: File) => Promise<boolean>;
  readonly openText: (text: string) => Promise<boolean>;
  /** The document as it is, read again from what the browser keeps if need be. */
  readonly load: () => Promise<OwnDocument>;
  /** Lists the document that the browser keeps, without reading it. */
  readonly list: () => Promise<void>;
  readonly cancel: () => void;
  /** The verdicts of a compiled document, computed anew here; null where that broke off. */
  readonly checkAgain: (derivation: Derivation) => Promise<readonly (Verdict | null)[] | null>;
}

const stuck =
  "Checking was stopped: there was no progress for five seconds. A formula is too hard to set or to check. Shorten it or leave it out.";
const broken = "Checking this document went wrong, so it was not opened. The page is as it was.";
const notKept =
  "This browser did not let the document be stored, so it is gone when this page is closed or reloaded. Keep your own copy.";
const nothingKept = "No document of yours is kept in this browser. Open it again.";

export function createDesk({ start, keeper, alarm }: Around): Desk {
  const state = createStore<DeskState>(() => nothingKnown);
  let current: OwnDocument | null = null;
  let cancel = () => {};
  let prepared: { readonly worker: ReadingWorker; isThere: boolean } | null = null;

  const prepare = () => {
    if (prepared !== null) return;
    const waiting = { worker: start(), isThere: false };
    prepared = waiting;
    waiting.worker.onmessage = () => {
      waiting.isThere = true;
    };
    // What is wrong with it is told to whoever comes to use it: by one that is started then.
    waiting.worker.onerror = () => {
      if (prepared === waiting) prepared = null;
    };
    waiting.worker.postMessage({ kind: "warm" });
  };

  /** Each reading has a worker of its own, so that one that is stuck can be ended. */
  const read = (text: string): Promise<Extract<WorkerMessage, { kind: "opened" }> | null> => {
    cancel();
    state.setState({ progress: "Reading…", message: null });
    return new Promise((resolve) => {
      const { worker, isThere } = prepared ?? { worker: start(), isThere: false };
      prepared = null;
      let calm = () => {};
      const end = (message: string | null, result: Extract<WorkerMessage, { kind: "opened" }> | null) => {
        calm();
        worker.onmessage = null;
        worker.onerror = null;
        worker.terminate();
        cancel = () => {};
        state.setState({ progress: null, message });
        resolve(result);
      };
      const wait = () => {
        calm();
        calm = alarm(() => end(stuck, null));
      };
      cancel = () => end(null, null);
      worker.onerror = () => end(broken, null);
      worker.onmessage = ({ data }) => {
        if (data.kind === "opened") end(null, data);
        else if (data.kind === "refused") end(data.sentence, null);
        else if (data.kind !== "checked") {
          wait();
          if (data.kind === "progress") state.setState({ progress: sentenceOf(data) });
        }
      };
      // Fetching the worker may take long on a slow line: silence counts from when it is there.
      worker.postMessage(text);
      if (isThere) wait();
    });
  };

  const openText = async (text: string): Promise<boolean> => {
    const opened = await read(text);
    if (opened === null) return false;
    current = opened.document;
    state.setState({ entry: opened.entry });
    if (!(await keeper.save({ text, entry: opened.entry }))) state.setState({ message: notKept });
    return true;
  };

  return {
    state,
    openText,
    prepare,
    cancel: () => cancel(),
    checkAgain: async (derivation) => {
      const { checkAgain } = await import("./checkAgain");
      return checkAgain(derivation, start, alarm);
    },
    openFile: async (file) => {
      cancel();
      state.setState({ message: null, progress: null });
      const { readOwnFile } = await import("./readOwnFile");
      const content = await readOwnFile(file);
      if (content.ok) return openText(content.text);
      state.setState({ message: content.sentence });
      return false;
    },
    load: async () => {
      if (current !== null) return current;
      const kept = await keeper.load();
      const opened = kept === null ? null : await read(kept.text);
      if (opened !== null) {
        current = opened.document;
        state.setState({ entry: opened.entry });
        return current;
      }
      if (kept === null) state.setState({ message: nothingKept });
      throw new Error("The reader's document can't be opened");
    },
    list: async () => {
      const kept: KeptText | null = await keeper.load();
      if (kept !== null && state.getState().entry === null) state.setState({ entry: kept.entry });
    },
  };
}

function sentenceOf({ what, done, of }: Extract<WorkerMessage, { kind: "progress" }>): string {
  return what === "step" ? `Checking step ${done} of ${of}…` : `Setting formula ${done} of ${of}…`;
}
