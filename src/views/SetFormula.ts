/**
 * A formula as KaTeX set it, as a plain tree: it crosses build, page and worker as JSON, and becomes elements without
 * any HTML string. A child that is a string is a text node. Only tags, attributes and style properties that
 * `formulaMarkup.ts` allows are ever put on a page.
 */
export interface SetFormula {
  readonly tag: string;
  readonly class?: string;
  /** CSS property by its CSS name ("vertical-align"). */
  readonly style?: Readonly<Record<string, string>>;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly children?: readonly (SetFormula | string)[];
}
