import type { Definition, Scope } from "../formula/Definition";
import type { Condition, Expression, Relation } from "../formula/Expression";
import type { FormulaError } from "../formula/FormulaError";
import type { Span } from "../formula/Span";
import type { Problem } from "./Problem";

/** A compiled document. Plain data: it crosses build, page and worker as JSON. */
export interface Derivation {
  readonly title: string;
  readonly source: Source | null;
  readonly sections: readonly Section[];
  /** In document order; `Step.left` and `.right` point into chains. */
  readonly steps: readonly Step[];
  /** Scopes by number; a step's `scope` names one, so equal scopes are stored once. */
  readonly scopes: readonly Scope[];
  /** Values that the text gives to symbols for worked examples, in document order. */
  readonly examples: readonly Definition[];
  /** Sums over what the text lists, x_1, …, x_n: they say how far indices run. */
  readonly listed?: readonly Expression[];
  readonly problems: readonly Problem[];
}

export interface Source {
  readonly title: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly licence: string | null;
}

/** One heading, one page. `id` is the heading's slug, unique in the document. */
export interface Section {
  readonly id: string;
  readonly title: readonly Inline[];
  readonly level: number;
  readonly blocks: readonly Block[];
  /** Scope at the section's end: what its inputs and figures are built from. */
  readonly scope: number;
  /** Named starting values, from front matter. */
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly name: string;
  readonly look: string;
  readonly values: Readonly<Record<string, number | readonly number[]>>;
}

export type Block = Prose | Chain | Callout;

/** A paragraph, list, code block, quote or sub-heading of the document. */
export type Prose =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "code"; readonly text: string; readonly language: string }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: "rule" };

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: "formula"; readonly formula: Formula }
  | { readonly kind: "break" };

/** > [!NOTE] Title … `asPublished` marks the source's own wrong display, which is expected to fail. */
export interface Callout {
  readonly kind: "callout";
  readonly tone: "note" | "tip" | "important" | "warning" | "caution";
  readonly title: string;
  readonly asPublished: boolean;
  readonly blocks: readonly Block[];
}

/** TeX with the way back to the document: character i of `tex` stands at `origin(i)`, see `Formula.ts`. */
export interface Formula {
  readonly tex: string;
  readonly segments: readonly Segment[];
}

/** From offset `at` of the TeX on, characters stand at `source` and following of the document. */
export interface Segment {
  readonly at: number;
  readonly source: number;
}

/** A display whose lines are joined by relations. A display with one side only is a Chain of one line. */
export interface Chain {
  readonly kind: "chain";
  /** Unique in the document, stable while the display does not move. */
  readonly id: string;
  readonly lines: readonly Line[];
  /** (1), \tag{2}: printed, never read. */
  readonly label: string | null;
  readonly asPublished: boolean;
  readonly inline: boolean;
}

/** One side of a chain. The first line's relation is null unless the display begins with "=". */
export interface Line {
  readonly relation: Relation | null;
  /** The side's own TeX, without relation, alignment, label and rule; parses and sets alone. */
  readonly formula: Formula;
  readonly expression: Expression | null;
  readonly error: FormulaError | null;
  /** The author's name for the step to this line: `% chain rule`. */
  readonly rule: string | null;
  /** Condition stated beside the line: "for j ≠ k". */
  readonly condition: Condition | null;
  /** True where this line's display row has an empty left cell, so that it stands under the first "=". */
  readonly continued: boolean;
  readonly span: Span;
}

/** A line, by chain id and position in it. */
export interface LineAddress {
  readonly chain: string;
  readonly line: number;
}

/**
 * The link between two lines. `role`: a "definition" gives the left side's symbol its meaning and is not judged;
 * a "given" states a derivative of something undefined and is taken as an axiom, shown so; a "claim" is judged.
 * An "equation" (to be solved, an update, ≈ without figures) is not judged and says why in `reason`.
 */
export interface Step {
  readonly id: string;
  readonly section: string;
  readonly left: LineAddress;
  readonly right: LineAddress;
  readonly relation: Relation;
  readonly role: "definition" | "given" | "claim" | "equation";
  readonly reason: string | null;
  readonly scope: number;
  readonly asPublished: boolean;
  /** Conditions on indices said in the prose just before: "for i ≠ j". Tried when the step fails without them. */
  readonly conditions: readonly Condition[];
}
