/** What can be undone and redone around a present that is kept elsewhere; the newest stands last in both. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
}

/** A reader goes back by tens of changes; older ones are let go. */
const longest = 200;

export const emptyHistory: History<never> = { past: [], future: [] };

/** A new change: `before` can be returned to, and what was undone is gone. */
export function remember<T>(history: History<T>, before: T): History<T> {
  return { past: [...history.past, before].slice(-longest), future: [] };
}

export function undo<T>(history: History<T>, present: T): readonly [History<T>, T] {
  const before = history.past.at(-1);
  if (before === undefined) return [history, present];
  return [{ past: history.past.slice(0, -1), future: [...history.future, present] }, before];
}

export function redo<T>(history: History<T>, present: T): readonly [History<T>, T] {
  const after = history.future.at(-1);
  if (after === undefined) return [history, present];
  return [{ past: [...history.past, present], future: history.future.slice(0, -1) }, after];
}
