import type { LibraryEntry } from "./LibraryEntry";

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

const database = "backstep";
const shelf = "documents";
const key = "own";
const version = 1;

/** Keeps one document in the browser's own database: on this machine, for this site alone. */
export const browserKeeper: TextKeeper = {
  load: async () => {
    try {
      const kept = await request("readonly", (store) => store.get(key));
      return isKept(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  save: async (kept) => {
    try {
      await request("readwrite", (store) => store.put({ ...kept, version }, key) as IDBRequest<unknown>);
      return true;
    } catch {
      return false;
    }
  },
};

async function request(
  mode: "readonly" | "readwrite",
  ask: (store: IDBObjectStore) => IDBRequest<unknown>,
): Promise<unknown> {
  const open = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(database, version);
    opening.onupgradeneeded = () => opening.result.createObjectStore(shelf);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("blocked"));
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = open.transaction(shelf, mode);
      const asked = ask(transaction.objectStore(shelf));
      // A write that succeeds may still be undone by a full disk: only the transaction's end says that it is kept.
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    open.close();
  }
}

function isKept(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false;
  const kept = value as { version?: unknown; text?: unknown; entry?: { sections?: unknown } };
  return kept.version === version && typeof kept.text === "string" && Array.isArray(kept.entry?.sections);
}
