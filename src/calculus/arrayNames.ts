import type { Expression, Product, Variable } from "../formula/Expression";
import { walk } from "../formula/traverse";

/** By canonical name, with how many indices a symbol stands for an array: x with none, x_n and x^{(i)} with one. */
export type ArrayNames = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Symbols that stand for a whole vector or matrix though they are not bold: \theta and x of \theta^T x, x of \|x\|, and
 * what is added to the product of a matrix with them. Only a transpose or a norm tells; without one a formula means the
 * same with numbers.
 */
export function arrayNames(
  formulas: readonly (readonly Expression[])[],
  canonical: (name: string) => string,
): ArrayNames {
  const names = new Map<string, Set<number>>();
  let grown = true;
  const note = (name: string, indices: number): void => {
    const known = names.get(name) ?? new Set();
    names.set(name, known);
    grown ||= !known.has(indices);
    known.add(indices);
  };
  const add = (factor: Expression | undefined): void => {
    const symbol = wholeSymbol(factor);
    if (symbol === null) return;
    const name = canonical(symbol.name);
    note(name, symbol.indices.length);
    // x is a vector, so x^{(i)} is the i-th of many, and the other way round.
    if (name.endsWith("^()")) note(name.slice(0, -3), 0);
    else if (symbol.indices.length === 0) note(`${name}^()`, 1);
  };
  const isMatrix = (factor: Expression | undefined): boolean => {
    const symbol = wholeSymbol(factor?.kind === "transpose" ? factor.operand : factor);
    return symbol !== null && /^[A-Z]$/.test(symbol.name) && names.has(canonical(symbol.name));
  };
  const all = formulas.flat();
  for (const formula of all)
    walk(formula, (part) => {
      if (part.kind === "transpose" || part.kind === "norm") wholesIn(part.operand).forEach(add);
      if (part.kind === "product") besideTransposes(part).forEach(add);
    });
  while (names.size > 0 && grown) {
    grown = false;
    for (const formula of all) walk(formula, (part) => besideMatrices(part, isMatrix).forEach(add));
  }
  return names;
}

/** Of (X w − y)^T, its X, w and y. */
function wholesIn(operand: Expression): readonly Expression[] {
  switch (operand.kind) {
    case "sum":
      return operand.terms.flatMap(wholesIn);
    case "negative":
      return wholesIn(operand.operand);
    case "product": {
      const [matrix, ...rest] = operand.factors;
      const acts = rest.length === 1 && matrix?.kind === "variable" && /^[A-Z]$/.test(matrix.name);
      return acts ? operand.factors : [];
    }
    default:
      return [operand];
  }
}

/** x of \theta^T x; \delta of \delta x^T too, but not c of c x^T y, which is a number as a rule. */
function besideTransposes({ factors }: Product): readonly (Expression | undefined)[] {
  return factors.flatMap((factor, at) => {
    if (factor.kind !== "transpose") return [];
    return at > 0 && at === factors.length - 1 ? [factors[at - 1]] : [factors[at + 1]];
  });
}

/** w of X w with a matrix X; y of X w − y. */
function besideMatrices(
  part: Expression,
  isMatrix: (factor: Expression | undefined) => boolean,
): readonly (Expression | undefined)[] {
  if (part.kind === "product")
    return part.factors.flatMap((factor, at) => (isMatrix(factor) ? [part.factors[at + 1]] : []));
  if (part.kind !== "sum") return [];
  const terms = part.terms.map((term) => (term.kind === "negative" ? term.operand : term));
  return terms.some((term) => term.kind === "product" && term.factors.length === 2 && isMatrix(term.factors[0]))
    ? terms
    : [];
}

/** A symbol that may be a whole array: bare, or x^{(i)}, x_n, one of several. A bare bold one is an array by itself. */
export function wholeSymbol(expression: Expression | undefined): Variable | null {
  if (expression?.kind !== "variable" || expression.indices.length > 1) return null;
  return isBold(expression.name) && expression.indices.length === 0 ? null : expression;
}

/** Where the index of the entries stands among the indices: before the (i) of x_j^{(i)}, behind the n of x_{n,j}. */
export function entryPosition({ name, indices }: Variable): number {
  return name.endsWith("^()") ? 0 : indices.length;
}

export function isBold(name: string): boolean {
  return /(?:^| )(?:bold|vec) /.test(name);
}

/** The name of a bold symbol's entries: those of \hat{\mathbf y} are \hat y_k. */
export function entriesName(name: string): string {
  return name.replace(/(^| )(?:bold|vec) /, "$1");
}
