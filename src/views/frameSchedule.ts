import type { Schedule } from "../store/Schedule";

/** Does a task before the next frame is drawn. */
export const frameSchedule: Schedule = (task) => {
  const request = requestAnimationFrame(task);
  return () => cancelAnimationFrame(request);
};
