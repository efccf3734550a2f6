import type { Condition, Expression } from "./Expression";
import type { Span } from "./Span";

/**
 * What gives a symbol or function its meaning: `name` with `indices` (S_{i,j} has i, j, each a letter or a number) and
 * `parameters` (f(x) has x) equals `body`. A definition whose body is a bare Variable of the same indices is an alias.
 */
export interface Definition {
  readonly name: string;
  readonly indices: readonly Expression[];
  readonly parameters: readonly Expression[];
  readonly body: Expression;
  readonly origin: "declared" | "document" | "prose";
  /** Characters of the document where it stands. */
  readonly span: Span;
}

/** A condition taken as true: \sum_j y_{i,j} = 1, 0 < \hat y < 1, C > 0, i ≠ j. */
export interface Assumption {
  readonly condition: Condition;
  readonly origin: "declared" | "document" | "prose";
  readonly span: Span;
}

/** A condition that the text says, from a character of the document on: what stands before knows nothing of it. */
export interface Said {
  readonly condition: Condition;
  readonly from: number;
}

/**
 * An input's declared values, from front matter. All fields optional: what is absent is inferred.
 * `range` is a closed interval; `choices` a finite set.
 */
export interface Declaration {
  /** Canonical name; `x_{1}` declares one entry of an indexed input. */
  readonly name: string;
  readonly indices: readonly Expression[];
  readonly value: number | readonly number[] | null;
  readonly range: readonly [number, number] | null;
  readonly choices: readonly number[] | null;
  /** "one-hot", "simplex", "integer": a set that an interval can't say. */
  readonly set: "one-hot" | "simplex" | "integer" | null;
}

/** Everything that is known where a step stands. */
export interface Scope {
  readonly definitions: readonly Definition[];
  readonly assumptions: readonly Assumption[];
  /** What the text says of vectors and matrices, ‖u‖ = 1: looked at only where a step does not hold without it. */
  readonly stated?: readonly Said[];
  /** Equations that running text supposes, Su = λu: looked at in the same way. */
  readonly supposed?: readonly Said[];
  readonly declarations: readonly Declaration[];
  /** Sizes of index ranges by the upper limit's or the index letter's name: K: 4. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Names that the document defines by formulas that could not be read: what they stand for is not known. */
  readonly unread?: readonly string[];
}
