import type { CheckedFile } from "./CheckedFile";
import type { Refusal } from "./Refusal";

/** What the main thread asks of the checking thread, one file at a time. */
export interface CheckRequest {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly seed: number;
  readonly samples: number | null;
  readonly gradients: boolean;
  /** In a watch, what can't have changed since the file was last looked at is not judged again. */
  readonly watch: boolean;
}

/** "ready" is said once, when the thread has loaded the engine: a file's time is counted from there. */
export type CheckAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "checked"; readonly file: CheckedFile }
  | { readonly kind: "refused"; readonly refusal: Refusal };
