/** What can be undone and redone around a present that is kept elsewhere; the newest stands last in both. */
export interface Timeline<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
}

/** A reader goes back by tens of changes; older ones are let go. */
const longest = 200;

export const emptyTimeline: Timeline<never> = { past: [], future: [] };

/** A new change: `before` can be returned to, and what was undone is gone. */
export function remember<T>(timeline: Timeline<T>, before: T): Timeline<T> {
  return { past: [...timeline.past, before].slice(-longest), future: [] };
}

export function undo<T>(timeline: Timeline<T>, present: T): readonly [Timeline<T>, T] {
  const before = timeline.past.at(-1);
  if (before === undefined) return [timeline, present];
  return [{ past: timeline.past.slice(0, -1), future: [...timeline.future, present] }, before];
}

export function redo<T>(timeline: Timeline<T>, present: T): readonly [Timeline<T>, T] {
  const after = timeline.future.at(-1);
  if (after === undefined) return [timeline, present];
  return [{ past: [...timeline.past, present], future: timeline.future.slice(0, -1) }, after];
}
