/** Index of a node in its graph. A node's arguments always have smaller numbers than itself. */
export type NodeId = number;

/**
 * A formula after names, indices and derivatives are resolved: one shared, append-only, acyclic graph of scalar
 * operations. Equal subexpressions are one node (hash-consing), so equality of formulas is equality of numbers.
 *
 * - `constant`: an exact decimal ("0.245", "3") or an exact double.
 * - `input`: a free number, bound at evaluation.
 * - `named`: the value of a defined symbol. Its value is its argument's; it is a node of its own so that a
 *   derivative by that symbol has something to be taken by, and so that an evaluation can override it.
 * - everything else: an operation of `operations.ts` applied to arguments.
 */
export type GraphNode =
  | { readonly op: "constant"; readonly text: string }
  | { readonly op: "input"; readonly name: string }
  | { readonly op: "named"; readonly name: string; readonly args: readonly [NodeId] }
  | { readonly op: Operation; readonly args: readonly NodeId[] };

/**
 * `add` takes any number of arguments ≥ 2 (a whole Σ is one node); `max`, `min` take ≥ 1; `power` is base^exponent;
 * `less`, `lessEqual`, `equal` give 1 or 0; `select` is (condition, whenTrue, whenFalse) and passes an undefined
 * branch that is not chosen.
 */
export type Operation =
  | "add"
  | "multiply"
  | "divide"
  | "negate"
  | "power"
  | "exp"
  | "log"
  | "sqrt"
  | "sin"
  | "cos"
  | "tan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "erf"
  | "abs"
  | "sign"
  | "max"
  | "min"
  | "less"
  | "lessEqual"
  | "equal"
  | "select"
  | "sigmoid"
  | "softplus"
  | "logSumExp"
  /** `frozen` has the value of its argument and lets no derivative through. */
  | "frozen";
