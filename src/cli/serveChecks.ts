import type { MessagePort } from "node:worker_threads";
import type { CheckAnswer, CheckRequest } from "./CheckRequest";
import { checkFile } from "./checkFile";

/** The checking thread: answers each request, whatever the file does short of ending the thread. */
export function serveChecks(port: MessagePort): void {
  const answer = (message: CheckAnswer): void => port.postMessage(message);
  port.on("message", (request: CheckRequest) => {
    try {
      answer(checkFile(request));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      answer({ kind: "refused", refusal: { code: "crashed", detail } });
    }
  });
  answer({ kind: "ready" });
}
