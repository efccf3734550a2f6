import { exactText } from "./exactText";
import type { ScopeChange, Surveyed } from "./Surveyed";

/** How something is asked of one place of a scope. */
export type Asking = "value" | "keys" | "call" | "get" | "has" | "size" | "all";

/** A place of a surveyed scope, such as `survey.ranges.limit`, under the changes that a reading made. */
export interface ScopePlace {
  readonly changes: readonly ScopeChange[];
  readonly path: readonly string[];
}

/** One thing that was asked of a scope. Its text can be asked again of any other scope. */
export type ScopeQuestion = readonly [Asking, ScopePlace["path"], readonly unknown[], ScopePlace["changes"]];

const texts = new WeakMap<Surveyed, Map<string, string>>();

/** What a scope answers, as text. Scopes never change, so each answer is written once. */
export function answerText(question: string, surveyed: Surveyed): string {
  const known = texts.get(surveyed) ?? new Map<string, string>();
  texts.set(surveyed, known);
  const before = known.get(question);
  if (before !== undefined) return before;
  const [asking, path, args, changes] = JSON.parse(question) as ScopeQuestion;
  const scope = changes.reduce((at, change) => at.under(change), surveyed);
  const at = path.reduce<unknown>(
    (whole, key) => (whole as Readonly<Record<string, unknown>> | undefined)?.[key],
    scope,
  );
  const text = exactText(answer(asking, at, args));
  known.set(question, text);
  return text;
}

/** What a place of a scope answers, without the positions in the document that nothing may depend on. */
export function answer(asking: Asking, at: unknown, args: readonly unknown[]): unknown {
  switch (asking) {
    case "value":
      return unplaced(at);
    case "keys":
      return Object.keys(at as object);
    case "call":
      return typeof at === "function" ? unplaced(at(...args)) : undefined;
    case "get":
      return at instanceof Map ? unplaced(at.get(args[0])) : undefined;
    case "has":
      return (at instanceof Map || at instanceof Set) && at.has(args[0]);
    case "size":
      return at instanceof Map || at instanceof Set ? at.size : undefined;
    case "all":
      if (at instanceof Map) return [...at].map(([key, value]) => [key, unplaced(value)]);
      return at instanceof Set ? [...at] : undefined;
  }
}

const nowhere = { start: 0, end: 0 };
const known = new WeakMap<object, unknown>();

/**
 * Definitions and assumptions, alone or in a list, without the characters of the document where they stand. Spans of
 * expressions count within the formula's own TeX and stay.
 */
export function unplaced(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const after = Array.isArray(value) ? value.map(unplacedOne) : unplacedOne(value);
  known.set(value, after);
  return after;
}

function unplacedOne(value: unknown): unknown {
  return typeof value === "object" && value !== null && "origin" in value && "span" in value
    ? { ...value, span: nowhere }
    : value;
}
