import type { WorkerMessage } from "../views/WorkerMessage";
import { openOwnText } from "./openOwnText";

/** Reads one document, away from the page: whatever it holds, the page stays alive and can end this worker. */
const tell = (message: WorkerMessage) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<string>) => tell(openOwnText(data, tell)));
tell({ kind: "ready" });
