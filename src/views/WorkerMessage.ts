import type { Verdict } from "../check/Verdict";
import type { Derivation } from "../derivation/Derivation";
import type { LibraryEntry } from "./LibraryEntry";
import type { OwnDocument } from "./OwnDocument";

/** What the worker says while it reads a document. Every message is progress: silence means that it is stuck. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly what: "step" | "formula"; readonly done: number; readonly of: number }
  | { readonly kind: "opened"; readonly document: OwnDocument; readonly entry: LibraryEntry }
  | { readonly kind: "checked"; readonly verdicts: readonly (Verdict | null)[] }
  | { readonly kind: "refused"; readonly sentence: string };

/** What it is asked: to read a text, to judge a document that is compiled, or to get ready for either. */
export type WorkerTask = string | Derivation | { readonly kind: "warm" };
