import type { Definition } from "../formula/Definition";
import type { Expression, Variable } from "../formula/Expression";
import type { FixedArrays } from "./fixedArrays";
import type { FreeLetter } from "./freeLetters";
import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import type { IndexRanges } from "./indexRanges";
import type { Reach } from "./recurrences";
import type { Tensor } from "./Tensor";
import type { Looks } from "./wholeFormula";

/** What a scope says before anything is computed: shared by all worlds that are opened on it. */
export interface Survey {
  readonly ranges: IndexRanges;
  /** By canonical name; later definitions come later. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  /** Aliases are symmetric: ŷ = a makes both one name. */
  readonly canonical: (name: string) => string;
  readonly looks: Looks;
  /** Number of indices with which a symbol occurs. */
  readonly letterSlots: ReadonlyMap<string, number>;
  /** Labels that the definitions use, such as the y_i of L_i = −log p_{y_i}. */
  readonly labels: readonly FreeLetter[];
  /** Undefined symbols that are differentiated, with what they are taken to depend on. */
  readonly dependencies: ReadonlyMap<string, readonly Dependency[]>;
  /** Letters that only ever name one thing, as the B of σ_B: part of the symbol, with the index that stands for it. */
  readonly fixedLetters: ReadonlyMap<string, number>;
  /** Names whose definitions could not be read. */
  readonly unread: readonly string[];
  /** Letters and labels on which a symbol's value depends besides its own indices. */
  readonly outerLetters: (name: string) => readonly string[];
  /** Families whose definitions lead back to themselves, at another index: h_t = f(h_{t-1}), and how far. */
  readonly recurrences: ReadonlyMap<string, Reach>;
  /** Some formula in sight has an explicit Σ. */
  readonly writesSums: boolean;
  /** Symbols whose entries over one index are assumed to have a fixed sum. */
  readonly fixedSums: ReadonlyMap<string, FixedSum>;
  readonly fixedArrays: FixedArrays;
}

/**
 * Everything that formulas share when they become numbers: one graph, and the entries met so far. A world grows
 * while formulas are lowered into it.
 */
export interface World extends Survey {
  readonly builder: GraphBuilder;
  readonly entries: Map<string, NodeId>;
  readonly inProgress: Map<string, NodeId | null>;
  readonly leaves: Map<NodeId, Leaf>;
  /** How often each function is being expanded at the moment: a bound on recursion. */
  readonly callDepth: Map<string, number>;
  /** How many terms of sums may still be written out: nested sums of constants make no nodes that would tell. */
  readonly terms: { left: number };
}

/** A free number of the world. */
export interface Leaf {
  readonly key: string;
  readonly name: string;
  readonly indices: readonly number[];
}

/** `of` depends on `by`; `given` is the stated ∂of/∂by where the document states one instead of defining `of`. */
export interface Dependency {
  readonly of: Variable;
  readonly by: Variable;
  readonly given: Expression | null;
}

/** Σ over position `position` of the symbol's entries, written with `rank` indices, is `total`. */
export interface FixedSum {
  readonly position: number;
  readonly rank: number;
  readonly total: string;
}

/** What lowering one formula came upon, for verdicts and notes. */
export interface Trace {
  readonly derivatives: TracedDerivative[];
  /** Derivatives that are zero because nothing flows from `by` to `of`. */
  readonly severed: { readonly of: Expression; readonly by: Expression }[];
  /** What is differentiated by, where something flows from it at some values of the indices. */
  readonly flowing: Set<Expression>;
  readonly standIns: Set<string>;
  readonly givens: Set<string>;
  readonly undefinedFunctions: Set<string>;
  /** Index letters that a definition uses as numbers: p_j = e^j. */
  readonly lettersAsNumbers: Set<string>;
  /** Limits that are numbers in the formula, the n of Σ_{i=1}^n i = n(n+1)/2, with what they were taken to be. */
  readonly counted: Map<string, number>;
  /** Index letters of sums that ran backwards, from a number to a smaller one: nobody means those. */
  readonly backwards: Set<string>;
}

export interface TracedDerivative {
  readonly of: NodeId;
  readonly by: NodeId;
  readonly result: NodeId;
}

export interface Context {
  readonly world: World;
  /** Values of index letters, and of labels used as an index ("y_{i}"). */
  readonly env: ReadonlyMap<string, number>;
  /** Parameters of the function being expanded. */
  readonly locals: ReadonlyMap<string, Tensor>;
  /** The variable of the chain's head, by which a prime differentiates where nothing else decides. */
  readonly headVariable: Variable | null;
  /** While a partial derivative is taken: every other symbol of the definition stands still. */
  readonly movingOnly: string | null;
  /** Inside the body of a definition. */
  readonly inDefinition: boolean;
  readonly trace: Trace;
  readonly lower: (expression: Expression, context: Context) => Tensor;
  /** Take ∂ with the other symbols of the differentiated symbol's own definition held fixed. */
  readonly strictPartials: boolean;
  /** Inside definitions the other members of a recurrence, the h_{t-1} of h_t = f(h_{t-1}), are held fixed. */
  readonly heldMembers: boolean;
}

export function emptyTrace(): Trace {
  return {
    derivatives: [],
    severed: [],
    flowing: new Set(),
    standIns: new Set(),
    givens: new Set(),
    undefinedFunctions: new Set(),
    lettersAsNumbers: new Set(),
    counted: new Map(),
    backwards: new Set(),
  };
}
