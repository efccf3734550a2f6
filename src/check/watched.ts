import { type Asking, answer, type ScopePlace, type ScopeQuestion } from "./ScopeQuestion";
import type { ScopeChange, Surveyed } from "./Surveyed";

/** Hears each question that is asked of a scope, as text; some more than once. */
export type Listener = (question: string) => void;

/**
 * A scope that answers as `surveyed` does and tells what it was asked. There is no way past it: every property,
 * map, set and function below it is watched, absent ones too, so that what was asked, with its answers, is all
 * that whoever works on it can depend on.
 */
export function watched(surveyed: Surveyed, listen: Listener, changes: readonly ScopeChange[] = []): Surveyed {
  return {
    source: view(surveyed.source, ["source"], changes, listen),
    survey: view(surveyed.survey, ["survey"], changes, listen),
    under: (change) => watched(surveyed.under(change), listen, [...changes, change]),
  };
}

type Ask = (asking: Asking, at: unknown, args?: readonly unknown[]) => unknown;

function asker({ path, changes }: ScopePlace, listen: Listener): Ask {
  return (asking, at, args = []) => {
    const question: ScopeQuestion = args.every(survivesJson)
      ? [asking, path, args, changes]
      : ["value", ["source"], [], changes];
    listen(JSON.stringify(question));
    return answer(asking, at, args);
  };
}

/** What else is asked about can't be asked again: its answer rests on all that the scope was surveyed from. */
function survivesJson(arg: unknown): boolean {
  return typeof arg === "string" || Number.isFinite(arg);
}

/** An object whose properties are watched, each when it is read. */
function view<T extends object>(
  whole: T,
  path: readonly string[],
  changes: readonly ScopeChange[],
  listen: Listener,
): T {
  const seen = new Map<string, unknown>();
  const here = asker({ path, changes }, listen);
  return new Proxy(whole, {
    get: (target, key) => {
      if (typeof key === "symbol") return Reflect.get(target, key);
      if (seen.has(key)) return seen.get(key);
      const found = part(Reflect.get(target, key), [...path, key], changes, listen);
      seen.set(key, found);
      return found;
    },
    has: (target, key) => {
      here("keys", target);
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      here("keys", target);
      return Reflect.ownKeys(target);
    },
  });
}

function part(value: unknown, path: readonly string[], changes: readonly ScopeChange[], listen: Listener): unknown {
  const ask = asker({ path, changes }, listen);
  if (typeof value === "function") return watchedCalls(value, ask);
  if (value instanceof Map || value instanceof Set) return watchedCollection(value, ask);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return view(value, path, changes, listen);
  return ask("value", value);
}

/** A function of names and numbers; the same question twice is told once. */
function watchedCalls(call: unknown, ask: Ask): (...args: readonly unknown[]) => unknown {
  const known: Answers = new Map();
  return (...args) => {
    const last = args.slice(0, -1).reduce<Answers>((at, arg) => branch(at, arg), known);
    const key = args.at(-1);
    if (!last.has(key)) last.set(key, ask("call", call, args));
    return last.get(key);
  };
}

type Answers = Map<unknown, unknown>;

function branch(answers: Answers, key: unknown): Answers {
  const next = (answers.get(key) as Answers | undefined) ?? new Map<unknown, unknown>();
  answers.set(key, next);
  return next;
}

type Collection = ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>;

/** A map or a set: single members are asked for one by one, a walk through it asks for everything. */
function watchedCollection(collection: Collection, ask: Ask) {
  const got: Answers = new Map();
  const has: Answers = new Map();
  const all = (): Collection => {
    const members = ask("all", collection) as readonly unknown[];
    return collection instanceof Map ? new Map(members as readonly [unknown, unknown][]) : new Set(members);
  };
  return {
    get size() {
      return ask("size", collection);
    },
    get: (key: unknown) => {
      if (!got.has(key)) got.set(key, ask("get", collection, [key]));
      return got.get(key);
    },
    has: (key: unknown) => {
      if (!has.has(key)) has.set(key, ask("has", collection, [key]));
      return has.get(key);
    },
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (visit: (value: unknown, key: unknown) => void) => {
      for (const [key, value] of all().entries()) visit(value, key);
    },
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}
