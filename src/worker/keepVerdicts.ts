import type { MemoryEntry } from "../check/VerdictMemory";
import { openShelf } from "../views/openShelf";
import { type PackedVerdicts, packVerdicts, unpackVerdicts } from "./PackedVerdicts";

const shelf = openShelf("backstep-verdicts", "verdicts");
const key = "own";

/** A browser that does not answer is not waited for: then everything is judged, or nothing is kept. */
const longestWait = 1000;

/** Characters: about two thousand steps. */
const mostKept = 4_000_000;

interface KeptVerdicts extends PackedVerdicts {
  readonly engine: string;
}

/** What this browser remembers of its own checks with this engine; nothing where it keeps nothing. */
export async function loadVerdicts(engine: string): Promise<readonly MemoryEntry[]> {
  const kept = await inTime(shelf.load(key));
  return isKept(kept) && kept.engine === engine ? unpackVerdicts(kept) : [];
}

export async function saveVerdicts(engine: string, entries: readonly MemoryEntry[]): Promise<void> {
  await inTime(shelf.save(key, { engine, ...packVerdicts(entries, mostKept) } satisfies KeptVerdicts));
}

/** Null where the browser refuses or takes too long. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestWait);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function isKept(value: unknown): value is KeptVerdicts {
  if (typeof value !== "object" || value === null) return false;
  const { engine, texts, entries } = value as { engine?: unknown; texts?: unknown; entries?: unknown };
  return typeof engine === "string" && Array.isArray(texts) && Array.isArray(entries);
}
