import type { Span } from "./Span";

/**
 * One TeX token after macro expansion. `command` has no backslash ("frac", "\\" is "\\"); `text` is the content of
 * \text{…} and its kin, kept whole. Spans point into the TeX that was tokenised; a token from a macro's body has the
 * span of the macro's use.
 */
export interface Token {
  readonly kind:
    | "letter"
    | "digits"
    | "command"
    | "open"
    | "close"
    | "sup"
    | "sub"
    | "prime"
    | "align"
    | "row"
    | "mark"
    | "text";
  readonly text: string;
  readonly span: Span;
  /** True where white space stood before it: "3 . 1" against "3.1". */
  readonly spaced: boolean;
}
