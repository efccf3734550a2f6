/** Ends the present task, so that a press or a frame that waits comes in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
