import type { Schedule } from "../../src/store/Schedule";

/** A schedule that a test turns by hand: nothing runs before `turn`. */
export function handSchedule(): { readonly schedule: Schedule; readonly turn: () => number } {
  let waiting: (() => void)[] = [];
  return {
    schedule: (task) => {
      waiting.push(task);
      return () => {
        waiting = waiting.filter((other) => other !== task);
      };
    },
    turn: () => {
      const due = waiting;
      waiting = [];
      for (const task of due) task();
      return due.length;
    },
  };
}
