import { nextTask } from "./nextTask";

/** Milliseconds after which a reader would begin to notice that the page does not answer, on a slow machine. */
const longest = 8;

/** Does work that comes in pieces, and ends the task between two of them where it has lasted long enough. */
export async function inTasks<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    if (performance.now() - since < longest) continue;
    await nextTask();
    since = performance.now();
  }
}
