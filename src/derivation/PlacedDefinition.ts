import type { Definition } from "../formula/Definition";
import type { Draft } from "./Draft";

/** A definition and where it holds: in the whole document until it is replaced, or only in one place. */
export interface PlacedDefinition {
  readonly key: string;
  readonly definition: Definition;
  /** Index of the draft that makes it. */
  readonly from: number;
  readonly reach: "document" | "section" | "callout";
  /** True where it takes the place of an earlier one from here on. */
  readonly replaces: boolean;
}

export interface Definitions {
  readonly placed: readonly PlacedDefinition[];
  /** For each draft, the positions of its links that define: link i leads from line i to line i + 1. */
  readonly defining: ReadonlyMap<Draft, ReadonlySet<number>>;
  /** Names defined anywhere in the document by something other than another undefined name. */
  readonly byName: ReadonlyMap<string, readonly Definition[]>;
  /** Names whose only definition could not be read. */
  readonly unread: readonly string[];
  /** Names that updates define, x_{k+1} = x_k − η g_k. */
  readonly updated: ReadonlySet<string>;
  /** Chains that end with a symbol which is nowhere else, as the value of a derivative that has one. */
  readonly claimed: ReadonlySet<Draft>;
}
