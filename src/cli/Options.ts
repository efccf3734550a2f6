export const formats = ["text", "json", "sarif", "github"] as const;

export type Format = (typeof formats)[number];

/** What the command line asks of a run. An absent number of samples is the engine's own. */
export interface Options {
  readonly format: Format;
  readonly seed: number;
  readonly samples: number | null;
  /** A step that was not checked counts as a failure. */
  readonly strict: boolean;
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly gradients: boolean;
}

export type Invocation =
  | { readonly kind: "check"; readonly options: Options; readonly paths: readonly string[] }
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "misuse"; readonly misuse: Misuse };

/** Why the command line can't be followed; `commandSentences` has the words. */
export type Misuse =
  | { readonly code: "no-files" }
  | { readonly code: "unknown-option"; readonly option: string; readonly nearest: string | null }
  | { readonly code: "missing-value"; readonly option: string }
  | { readonly code: "needless-value"; readonly option: string }
  | { readonly code: "bad-format"; readonly value: string }
  | {
      readonly code: "bad-number";
      readonly option: string;
      readonly value: string;
      readonly least: number;
      readonly most: number;
    }
  | { readonly code: "standard-input-twice" }
  | { readonly code: "watched-input" };
