import type { LibraryEntry } from "./LibraryEntry";
import { openShelf } from "./openShelf";

/** A document's text, with its entry in the rail so that it is listed without being read. */
export interface KeptText {
  readonly text: string;
  readonly entry: LibraryEntry;
}

export interface TextKeeper {
  /** Null where nothing is kept or the browser keeps nothing. */
  readonly load: () => Promise<KeptText | null>;
  /** False where the browser refused. */
  readonly save: (kept: KeptText) => Promise<boolean>;
}

const shelf = openShelf("backstep", "documents");
const key = "own";
const version = 1;

/** Keeps one document in the browser's own database: on this machine, for this site alone. */
export const browserKeeper: TextKeeper = {
  load: async () => {
    try {
      const kept = await shelf.load(key);
      return isKept(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  save: async (kept) => {
    try {
      await shelf.save(key, { ...kept, version });
      return true;
    } catch {
      return false;
    }
  },
};

function isKept(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false;
  const kept = value as { version?: unknown; text?: unknown; entry?: { sections?: unknown } };
  return kept.version === version && typeof kept.text === "string" && Array.isArray(kept.entry?.sections);
}
