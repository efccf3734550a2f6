import { type Expression, isOperationName } from "../formula/Expression";
import { parts, walk } from "../formula/traverse";

/** What a definition's left side gives a meaning to. */
export interface Head {
  readonly name: string;
  readonly indices: readonly Expression[];
  readonly parameters: readonly Expression[];
}

/** Operations that authors define themselves, so that an equation for one is a definition. */
const definable = new Set(["sigmoid", "softplus", "relu", "softmax"]);

/** The head of `S_{i,j}`, `f(x)` or `s(x)_i`; null for anything that is not a symbol or a function of symbols. */
export function headOfExpression(expression: Expression | null): Head | null {
  if (expression?.kind === "variable") {
    return expression.indices.every(isIndex)
      ? { name: expression.name, indices: expression.indices, parameters: [] }
      : null;
  }
  if (expression?.kind !== "call" || expression.primes > 0 || expression.args.length === 0) return null;
  if (isOperationName(expression.name) && !definable.has(expression.name)) return null;
  const names = expression.args.map((argument) =>
    argument.kind === "variable" ? print(argument) : isSquare(argument) ? treeText(argument) : "",
  );
  if (names.includes("") || new Set(names).size < names.length) return null;
  return { name: expression.name, indices: expression.indices, parameters: expression.args };
}

/** σ² stands for one number, the variance: N(μ, σ²), L(μ, σ²). */
export function isSquare(expression: Expression | null): boolean {
  return (
    expression?.kind === "power" &&
    expression.exponent.kind === "number" &&
    expression.exponent.text === "2" &&
    expression.base.kind === "variable" &&
    /(?:^|\s)(?:sigma|s)(?:_.*)?$/.test(expression.base.name)
  );
}

/** Names that every author uses for one example function after another, of however many arguments. */
export const exampleFunctions = /^[fgh]$/;

/** Two heads with the same key are the same thing, whatever letters index it: S_{i,j} and S_{k,l}, but not x_1 and x_2. */
export function headKey(head: Head): string {
  const slots = head.indices.map((index) => (index.kind === "number" ? index.text : "·"));
  const arity = head.parameters.length === 0 || exampleFunctions.test(head.name) ? "" : `(${head.parameters.length})`;
  return `${head.name}[${slots.join(",")}]${arity}`;
}

/** The name and indices of a symbol as text. */
export function print(expression: Expression): string {
  if (expression.kind === "variable")
    return expression.name + expression.indices.map((index) => `_${print(index)}`).join("");
  return expression.kind === "number" ? expression.text : expression.kind;
}

/**
 * Keys, as of `headKey`, of all symbols and functions in an expression: L and L_i are two, \hat\beta_0 and
 * \hat\beta_1 as well, x_i and x_j one.
 */
export function mentionedKeys(expression: Expression): ReadonlySet<string> {
  const keys = new Set<string>();
  collectKeys(expression, keys, () => true);
  return keys;
}

/**
 * Keys of the symbols that stand at an index as it is. The h_{t-1} of h_t = f(h_{t-1}) does not: a recurrence is made
 * of another member of its family, not of itself.
 */
export function settledKeys(expression: Expression): ReadonlySet<string> {
  const keys = new Set<string>();
  collectKeys(expression, keys, ({ indices }) => !indices.some((index) => index.kind === "sum"));
  return keys;
}

function collectKeys(expression: Expression, keys: Set<string>, counts: (head: Head) => boolean): void {
  if (expression.kind === "variable" || expression.kind === "call") {
    const parameters = expression.kind === "call" ? expression.args : [];
    const head = { name: expression.name, indices: expression.indices, parameters };
    if (counts(head)) keys.add(headKey(head));
  }
  if (expression.kind === "variable") return;
  for (const part of expression.kind === "call" ? expression.args : parts(expression)) collectKeys(part, keys, counts);
}

/** A letter or a number; not `t + 1`, and not a whole vector, by which only operators are indexed. */
function isIndex(index: Expression): boolean {
  return (
    index.kind === "number" || (index.kind === "variable" && index.indices.length === 0 && !index.name.includes(" "))
  );
}

/** Names of all symbols and functions in an expression; indices are not symbols. */
export function mentionedNames(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collectNames(expression, names);
  return names;
}

function collectNames(expression: Expression, names: Set<string>): void {
  if (expression.kind === "variable") {
    names.add(expression.name);
    return;
  }
  if (expression.kind === "call") names.add(expression.name);
  for (const part of expression.kind === "call" ? expression.args : parts(expression)) collectNames(part, names);
}

/** Whether an expression is made of numbers alone. */
export function isNumeric(expression: Expression): boolean {
  let symbols = false;
  walk(expression, (part) => {
    symbols ||=
      part.kind === "variable" ||
      part.kind === "derivative" ||
      part.kind === "indexed" ||
      (part.kind === "call" && !isOperationName(part.name));
  });
  return !symbols;
}

export function isZero(expression: Expression | null): boolean {
  return expression?.kind === "number" && Number(expression.text) === 0;
}

/** A derivative by whatever notation: what is differentiated, and a text that tells it from others. */
export function derivativeHead(
  expression: Expression | null,
): { readonly of: Expression; readonly key: string } | null {
  if (expression?.kind === "derivative") {
    return { of: expression.of, key: `${treeText(expression.of)}/${expression.by.map(treeText).join(",")}` };
  }
  if (expression?.kind === "prime")
    return { of: expression.operand, key: `${treeText(expression.operand)}'${expression.order}` };
  if (expression?.kind === "call" && expression.primes > 0) {
    return { of: { ...expression, primes: 0 }, key: `${treeText({ ...expression, primes: 0 })}'${expression.primes}` };
  }
  return null;
}

/** The same text for the same tree, wherever it stands. */
export function treeText(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (key === "span" ? undefined : value));
}
