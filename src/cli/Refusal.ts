/** Why a file was not checked at all; `commandSentences` has the words. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What the sentence needs to name: a size, a limit, a system error. */
  readonly detail: string;
}

export type RefusalCode =
  | "no-such-file"
  | "forbidden"
  | "folder"
  | "unreadable"
  | "too-large"
  | "empty"
  | "not-text"
  | "utf-16"
  | "not-a-notebook"
  | "out-of-time"
  | "out-of-memory"
  | "crashed";
