import type { Definition } from "../formula/Definition";
import type { Condition, Expression, Relation } from "../formula/Expression";
import type { Chain, Line } from "./Derivation";

/** A chain with what decides the roles of its steps: where it stands and what the prose before it says. */
export interface DraftChain {
  readonly kind: "chain";
  readonly chain: Chain;
  readonly place: Place;
  /** The relation that the last line ends with. */
  readonly open: Relation | null;
  /** True where this run does not begin a display but stands below another one in it. */
  readonly follows: boolean;
  /** The words before it. */
  readonly before: string;
  /** True where no prose parts it from the display before. */
  readonly adjacent: boolean;
  readonly conditions: readonly Condition[];
}

/** A `where:` of the document or of a section. */
export interface DraftWhere {
  readonly kind: "where";
  readonly lines: readonly Line[];
  readonly place: Place;
}

/** A condition that prose states of the document's symbols, C > 0, or of its vectors and matrices, ‖u‖ = 1. */
export interface DraftAssumption {
  readonly kind: "assumption" | "array-condition";
  readonly condition: Condition;
  readonly span: { readonly start: number; readonly end: number };
  readonly place: Place;
}

/** Symbols that prose mentions without saying anything of them: they are not new to what follows. */
export interface DraftMention {
  readonly kind: "mention";
  readonly names: ReadonlySet<string>;
  readonly place: Place;
}

/** A function that prose names, "where σ is the logistic function": its meaning where no formula gives one. */
export interface DraftNamed {
  readonly kind: "named";
  readonly definition: Definition;
  readonly place: Place;
}

/** Something that prose lists, x_1, …, x_n: the sum over its members, whose limit says how many there are. */
export interface DraftListed {
  readonly kind: "listed";
  readonly sum: Expression;
  readonly place: Place;
}

export type Draft = DraftChain | DraftWhere | DraftAssumption | DraftMention | DraftNamed | DraftListed;

export interface Place {
  /** Index of the section. */
  readonly section: number;
  /** Number of headings of any level before it. */
  readonly heading: number;
  /** Number of the callout of the kind As published that it stands in, else null. */
  readonly published: number | null;
  readonly inHeading: boolean;
}
