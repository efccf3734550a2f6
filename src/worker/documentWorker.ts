import { engineVersion } from "virtual:engine";
import { rememberingJudge } from "../check/rememberingJudge";
import { boundedMemory } from "../check/VerdictMemory";
import type { WorkerMessage, WorkerTask } from "../views/WorkerMessage";
import { checkDocument } from "./checkDocument";
import { loadVerdicts, saveVerdicts } from "./keepVerdicts";
import { openOwnText } from "./openOwnText";
import { warmUp } from "./warmUp";

/** Characters: more than what is kept, and than one document can need. */
const mostRemembered = 40_000_000;

const tell = (message: WorkerMessage) => postMessage(message);

/** Opens a reader's text; of its steps those are judged that this browser has not judged in the same way before. */
async function open(text: string): Promise<WorkerMessage> {
  const memory = boundedMemory(mostRemembered, await loadVerdicts(engineVersion));
  const opened = openOwnText(text, tell, rememberingJudge(memory, engineVersion));
  // The page ends this worker when it has its answer.
  await saveVerdicts(engineVersion, memory.entries());
  return opened;
}

/** Reads one document, or judges one that is compiled, away from the page: whatever it holds, the page stays alive and can end this worker. */
addEventListener("message", ({ data }: MessageEvent<WorkerTask>) => {
  // What goes wrong must reach the page as an error of this worker, which a promise of its own would swallow.
  if (typeof data === "string") open(data).then(tell, reportError);
  else if ("kind" in data) warmUp();
  else tell(checkDocument(data, tell));
});
tell({ kind: "ready" });
