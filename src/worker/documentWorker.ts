import type { WorkerMessage } from "../views/WorkerMessage";
import { openOwnText } from "./openOwnText";

/** Reads one document, away from the page: whatever it holds, the page stays alive and can end this worker. */
addEventListener("message", ({ data }: MessageEvent<string>) => {
  const tell = (message: WorkerMessage) => postMessage(message);
  tell(openOwnText(data, tell));
});
