import type { MessagePort } from "node:worker_threads";
import { engineVersion } from "virtual:engine";
import { checkStep } from "../check/checkStep";
import { rememberingJudge } from "../check/rememberingJudge";
import { boundedMemory } from "../check/VerdictMemory";
import type { CheckAnswer, CheckRequest } from "./CheckRequest";
import { checkFile } from "./checkFile";

/** Characters: some thousand steps, and well below what the thread may take. */
const mostRemembered = 24_000_000;

/** The checking thread: answers each request, whatever the file does short of ending the thread. */
export function serveChecks(port: MessagePort): void {
  const remembering = rememberingJudge(boundedMemory(mostRemembered), engineVersion);
  const answer = (message: CheckAnswer): void => port.postMessage(message);
  port.on("message", (request: CheckRequest) => {
    try {
      answer(checkFile(request, request.watch ? remembering : checkStep));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      answer({ kind: "refused", refusal: { code: "crashed", detail } });
    }
  });
  answer({ kind: "ready" });
}
