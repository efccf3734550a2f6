import type { Judgement } from "./check/judgeTyped";
import type { JudgeLine } from "./views/TypedLine";
import { vouchFor } from "./vouchFor";
import workerAddress from "./worker/lineWorker?worker&url";

/** A line that takes so long is not judged. */
const longest = 10_000;

/** The worker, and the checker within it, are fetched when the first line is judged. Each line has its own. */
export function startJudge(): JudgeLine {
  return (line) =>
    new Promise((resolve) => {
      const worker = new Worker(vouchFor(workerAddress), { type: "module" });
      const end = (judgement: Judgement | null) => {
        clearTimeout(timer);
        worker.terminate();
        resolve(judgement);
      };
      const timer = setTimeout(() => end(null), longest);
      worker.onmessage = ({ data }: MessageEvent<Judgement | null>) => end(data);
      worker.onerror = () => end(null);
      worker.postMessage(line);
    });
}
