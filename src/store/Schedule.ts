/** Runs a task later (before the next frame, after a pause) and gives back what cancels it. */
export type Schedule = (task: () => void) => () => void;

/** Asking any number of times before the scheduled moment runs the task once. */
export function coalesce(
  schedule: Schedule,
  task: () => void,
): { readonly ask: () => void; readonly cancel: () => void } {
  let cancelScheduled: (() => void) | null = null;
  return {
    ask: () => {
      cancelScheduled ??= schedule(() => {
        cancelScheduled = null;
        task();
      });
    },
    cancel: () => {
      cancelScheduled?.();
      cancelScheduled = null;
    },
  };
}

/** The task runs once nothing has asked for it during the scheduled time. */
export function whenQuiet(
  schedule: Schedule,
  task: () => void,
): { readonly ask: () => void; readonly cancel: () => void } {
  let cancel = () => {};
  return {
    ask: () => {
      cancel();
      cancel = schedule(task);
    },
    cancel: () => cancel(),
  };
}
