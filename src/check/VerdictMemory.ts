import type { Verdict } from "./Verdict";

/** A verdict with all that was asked on the way to it. */
export interface RememberedVerdict {
  /** Questions and answers in turn. The same texts stand in many verdicts. */
  readonly asked: readonly string[];
  readonly verdict: Verdict;
}

/**
 * Where verdicts are remembered, by the whole text of what was judged and by which engine. Keys are compared as texts,
 * never by a hash: no document can be made to meet another one's verdict.
 */
export interface VerdictMemory {
  readonly get: (key: string) => readonly RememberedVerdict[] | undefined;
  readonly set: (key: string, verdicts: readonly RememberedVerdict[]) => void;
}

export type MemoryEntry = readonly [key: string, verdicts: readonly RememberedVerdict[]];

/** Remembers as long as there is room for it; what was not looked at for longest goes first. */
export interface BoundedMemory extends VerdictMemory {
  readonly entries: () => readonly MemoryEntry[];
}

/** `most` characters, all verdicts together; what was asked counts little, for steps of one document share it. */
export function boundedMemory(most: number, before: readonly MemoryEntry[] = []): BoundedMemory {
  const kept = new Map<string, readonly RememberedVerdict[]>();
  let size = 0;
  const drop = (key: string): void => {
    const verdicts = kept.get(key);
    if (verdicts === undefined) return;
    size -= sizeOf(key, verdicts);
    kept.delete(key);
  };
  const set = (key: string, verdicts: readonly RememberedVerdict[]): void => {
    drop(key);
    kept.set(key, verdicts);
    size += sizeOf(key, verdicts);
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
  };
  for (const [key, verdicts] of before) set(key, verdicts);
  return {
    get: (key) => {
      const verdicts = kept.get(key);
      if (verdicts !== undefined) {
        kept.delete(key);
        kept.set(key, verdicts);
      }
      return verdicts;
    },
    set,
    entries: () => [...kept],
  };
}

/** A verdict without what was asked, and one text of that, in characters. */
const sizes = { verdict: 400, asked: 8 } as const;

function sizeOf(key: string, verdicts: readonly RememberedVerdict[]): number {
  return verdicts.reduce((sum, { asked }) => sum + sizes.verdict + asked.length * sizes.asked, key.length);
}
