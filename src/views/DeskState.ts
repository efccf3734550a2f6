import type { LibraryEntry } from "./LibraryEntry";

/** What is known of the reader's own document. */
export interface DeskState {
  readonly entry: LibraryEntry | null;
  readonly progress: string | null;
  /** Why a document could not be opened, or what its reader should know of it. */
  readonly message: string | null;
}

/** One object, before anything is known: a page that is taken over need not be rendered again for it. */
export const nothingKnown: DeskState = { entry: null, progress: null, message: null };
