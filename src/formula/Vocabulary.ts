/**
 * What a document says about its names before a formula of it is read: `f(x)` is a call only where f is a function,
 * `RSS` is one symbol only where it is a name, `x^k` is an index only where superscripts of x are indices.
 */
export interface Vocabulary {
  /** Canonical names that stand before "(…)" as functions. f, g, h are always functions. */
  readonly functions: ReadonlySet<string>;
  /** Runs of letters that are one name ("RSS", "sigmoid", "Loss"). */
  readonly words: ReadonlySet<string>;
  /** Canonical names whose bare letter superscripts are indices rather than powers. */
  readonly superscripts: ReadonlySet<string>;
  /** Canonical names that are defined as numbers although they look like an operator or constant ("e", "d", "pi"). */
  readonly ordinary: ReadonlySet<string>;
}

export const emptyVocabulary: Vocabulary = {
  functions: new Set(),
  words: new Set(),
  superscripts: new Set(),
  ordinary: new Set(),
};
