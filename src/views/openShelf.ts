/** One place of the browser's own database: on this machine, for this site alone. Rejects where the browser refuses. */
export interface Shelf {
  /** Undefined where nothing has that key. */
  readonly load: (key: string) => Promise<unknown>;
  readonly save: (key: string, value: unknown) => Promise<void>;
}

const version = 1;

/** The shelf `name` of a database that has this one shelf. It is opened anew for each request. */
export function openShelf(database: string, name: string): Shelf {
  const request = async (
    mode: "readonly" | "readwrite",
    ask: (store: IDBObjectStore) => IDBRequest<unknown>,
  ): Promise<unknown> => {
    const open = await opened(database, name);
    try {
      return await new Promise((resolve, reject) => {
        const transaction = open.transaction(name, mode);
        const asked = ask(transaction.objectStore(name));
        // A write that succeeds may still be undone by a full disk: only the transaction's end says that it is kept.
        transaction.oncomplete = () => resolve(asked.result);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      });
    } finally {
      open.close();
    }
  };
  return {
    load: (key) => request("readonly", (store) => store.get(key)),
    save: async (key, value) => {
      await request("readwrite", (store) => store.put(value, key) as IDBRequest<unknown>);
    },
  };
}

function opened(database: string, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, version);
    opening.onupgradeneeded = () => opening.result.createObjectStore(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("blocked"));
  });
}
