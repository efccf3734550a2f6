import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckRequest } from "./CheckRequest";
import type { Refusal } from "./Refusal";

export type CheckOutcome = Exclude<CheckAnswer, { kind: "ready" }>;

/** Well under half a gigabyte for the whole process. */
const heapMegabytes = 288;
const pollMilliseconds = 25;

/** Seconds of computing that a file of this size may take: many times what an ordinary one of that size needs. */
export function secondsAllowed(bytes: number): number {
  return Math.min(5 + bytes / 5_000, 60);
}

/**
 * Checks files in a thread of its own, with a limit on memory and one on time, so that no file can hang the run or
 * take it down. Time is the processor's, not the clock's: a busy machine does not make a file suspect. A thread that
 * was ended is replaced when the next file comes.
 */
export class CheckThread {
  private worker: Worker | null = null;

  /** `entry` is the program's main module; it serves checks where it finds itself in a worker thread. */
  constructor(private readonly entry: URL) {}

  async check(request: CheckRequest): Promise<CheckOutcome> {
    try {
      const worker = await this.start();
      return await this.ask(worker, request);
    } catch (error) {
      await this.end();
      return { kind: "refused", refusal: refusalOf(error) };
    }
  }

  async end(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private async start(): Promise<Worker> {
    if (this.worker !== null) return this.worker;
    const worker = new Worker(this.entry, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
    });
    this.worker = worker;
    await answerOf(worker);
    return worker;
  }

  private async ask(worker: Worker, request: CheckRequest): Promise<CheckOutcome> {
    const allowed = secondsAllowed(request.bytes.length);
    const before = process.cpuUsage();
    worker.postMessage(request);
    const answer = await answerOf(worker, () => {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6 > allowed ? { code: "out-of-time", detail: allowed.toFixed(1) } : null;
    });
    if (answer.kind === "ready") throw new Error("the checking thread answered twice");
    return answer;
  }
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** The thread's next message; rejected where it fails, ends, or `overrun` says that it has had its time. */
function answerOf(worker: Worker, overrun: () => Refusal | null = () => null): Promise<CheckAnswer> {
  return new Promise((resolve, reject) => {
    const poll = setInterval(() => {
      const refusal = overrun();
      if (refusal !== null) settle(() => reject(new Refused(refusal)));
    }, pollMilliseconds);
    const onMessage = (answer: CheckAnswer) => settle(() => resolve(answer));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`the checking thread ended with code ${code}`)));
    const settle = (then: () => void) => {
      clearInterval(poll);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      then();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return { code: "out-of-memory", detail: "" };
  return { code: "crashed", detail: error instanceof Error ? error.message : String(error) };
}
