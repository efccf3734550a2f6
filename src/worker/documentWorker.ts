import type { Derivation } from "../derivation/Derivation";
import type { WorkerMessage } from "../views/WorkerMessage";
import { checkDocument } from "./checkDocument";
import { openOwnText } from "./openOwnText";

/** Reads one document, or judges one that is compiled, away from the page: whatever it holds, the page stays alive and can end this worker. */
const tell = (message: WorkerMessage) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<string | Derivation>) =>
  tell(typeof data === "string" ? openOwnText(data, tell) : checkDocument(data, tell)),
);
tell({ kind: "ready" });
