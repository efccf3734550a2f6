import type { Span } from "./Span";

/**
 * What a formula means, as plain data: every tree survives JSON and `postMessage`.
 * `span` gives the characters of the formula's own TeX that a part was read from.
 */
export type Expression =
  | NumberLiteral
  | Constant
  | Variable
  | Sum
  | Negative
  | Product
  | Quotient
  | Power
  | Call
  | Derivative
  | Prime
  | Evaluated
  | IndexedSum
  | Cases
  | Indicator
  | Matrix
  | Transpose
  | Norm;

/** A decimal as it was written: `text` is exact ("0.240"), so no digit is lost on the way to double-double. */
export interface NumberLiteral {
  readonly kind: "number";
  readonly text: string;
  readonly span: Span;
}

/** Euler's e, π, or ∞. */
export interface Constant {
  readonly kind: "constant";
  readonly name: "e" | "pi" | "infinity";
  readonly span: Span;
}

/**
 * A symbol with its indices. `name` is canonical: `\hat{y}_{i,j}`, `{\hat y}_{ij}` and `\hat{y_{ij}}` all have
 * name "hat y" and indices i, j. Accents and alphabets are words before the letter ("hat y", "bar x", "bold W",
 * "cal L"); a Greek letter is its command without backslash ("sigma"); a word subscript belongs to the name
 * ("o_max"); an index in superscript position, x^{(i)}, follows the lower ones and marks the name ("x^()").
 * An index is itself an expression: a letter, a number, `j+1`, or a label such as the y_i of p_{y_i}.
 */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
  readonly indices: readonly Expression[];
  readonly span: Span;
}

/**
 * The index letter that stands for a whole range: x_• is the vector of all x_i, W_{•,•} a matrix, x_•^{(i)} the i-th of
 * several vectors. It is never read from a source: shapes decide where a bare symbol means all of its entries.
 */
export const wholeIndex = "•";

export function isWholeIndex(index: Expression): boolean {
  return index.kind === "variable" && index.name === wholeIndex;
}

/** a + b − c: a subtracted term is a Negative. Never fewer than two terms. */
export interface Sum {
  readonly kind: "sum";
  readonly terms: readonly Expression[];
  readonly span: Span;
}

export interface Negative {
  readonly kind: "negative";
  readonly operand: Expression;
  readonly span: Span;
}

/** Two or more factors. "hadamard" is the elementwise ⊙, "matrix" never arises from reading: shapes decide. */
export interface Product {
  readonly kind: "product";
  readonly factors: readonly Expression[];
  readonly style: "ordinary" | "hadamard";
  readonly span: Span;
}

/** A fraction, however written: \frac, \dfrac, \over, a slash. */
export interface Quotient {
  readonly kind: "quotient";
  readonly numerator: Expression;
  readonly denominator: Expression;
  readonly span: Span;
}

export interface Power {
  readonly kind: "power";
  readonly base: Expression;
  readonly exponent: Expression;
  readonly span: Span;
}

/**
 * A function applied to arguments. `name` is an operation's name ("exp", "log", "sqrt", "max" … see
 * `operationNames`) or the canonical name of a function of the document ("sigma", "f").
 * `primes` counts derivatives by the only argument: σ'(x) is {name: "sigma", primes: 1, args: [x]}.
 * `indices` are those of a component, as in s(x)_i.
 */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  readonly primes: number;
  readonly indices: readonly Expression[];
  readonly span: Span;
}

/**
 * ∂of/∂by, or d of/d by. `by` has one entry per order: ∂²L/∂x∂y has [x, y].
 * A numerator that is missing in the source (`\frac{\partial}{o_j}`) is repaired by the parser with a note.
 * `style` "gradient" is ∇_by of; ∇f, by all parameters of the function f, has none.
 */
export interface Derivative {
  readonly kind: "derivative";
  readonly of: Expression;
  readonly by: readonly Expression[];
  readonly style: "total" | "partial" | "gradient";
  readonly span: Span;
}

/** (…)' or [ … ]' or e_i': a prime on something that is not a function's name. The variable is found later. */
export interface Prime {
  readonly kind: "prime";
  readonly operand: Expression;
  readonly order: number;
  readonly span: Span;
}

/** \left. operand \right|_{variable = value}. */
export interface Evaluated {
  readonly kind: "evaluated";
  readonly operand: Expression;
  readonly variable: Expression;
  readonly value: Expression;
  readonly span: Span;
}

/**
 * Σ, Π, max or min over an index. `lower` and `upper` are absent where the source gives none (the whole range of
 * the index's slot); `condition` is the j ≠ k of \sum_{j \ne k}.
 */
export interface IndexedSum {
  readonly kind: "indexed";
  readonly operation: "sum" | "product" | "max" | "min";
  readonly index: string;
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly condition: Condition | null;
  readonly body: Expression;
  readonly span: Span;
}

export interface Cases {
  readonly kind: "cases";
  readonly branches: readonly CaseBranch[];
  readonly span: Span;
}

/** `condition` null is "otherwise". */
export interface CaseBranch {
  readonly value: Expression;
  readonly condition: Condition | null;
}

/** 1 where the condition is true, else 0: \mathbb{1}(y_i = k), 1_{i=j}, and Kronecker's δ_{ij}. */
export interface Indicator {
  readonly kind: "indicator";
  readonly condition: Condition;
  readonly span: Span;
}

/** Rows of entries: \begin{bmatrix} … A column vector has one entry a row. */
export interface Matrix {
  readonly kind: "matrix";
  readonly rows: readonly (readonly Expression[])[];
  readonly span: Span;
}

export interface Transpose {
  readonly kind: "transpose";
  readonly operand: Expression;
  readonly span: Span;
}

/** ‖operand‖, Euclidean unless `order` says otherwise; `|x|` of a number is the call abs. */
export interface Norm {
  readonly kind: "norm";
  readonly operand: Expression;
  readonly order: 1 | 2 | "infinity";
  readonly span: Span;
}

export type Relation = "=" | "≠" | "<" | "≤" | ">" | "≥" | "∈" | "≈" | "∝" | "≡" | ":=" | "⇒";

/** i = j, j ≠ k, 0 < p < 1: a list of n+1 sides and the n relations between them; "and" joins several. */
export interface Condition {
  readonly sides: readonly Expression[];
  readonly relations: readonly Relation[];
  readonly and: Condition | null;
}

/** Functions that the language has of itself; their values and derivatives stand in `calculus/operations`. */
export const operationNames = [
  "exp",
  "log",
  "log2",
  "log10",
  "sqrt",
  "sin",
  "cos",
  "tan",
  "sinh",
  "cosh",
  "tanh",
  "abs",
  "sign",
  "max",
  "min",
  "sigmoid",
  "softplus",
  "relu",
  "erf",
  "trace",
  "softmax",
  "diag",
  "sum",
] as const;

export type OperationName = (typeof operationNames)[number];

export function isOperationName(name: string): name is OperationName {
  return (operationNames as readonly string[]).includes(name);
}
