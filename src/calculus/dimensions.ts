import type { Assumption, Definition } from "../formula/Definition";
import { type Condition, type Expression, isOperationName, isWholeIndex, type Variable } from "../formula/Expression";
import { parts } from "../formula/traverse";
import { rankKey } from "./ranks";
import { limitName } from "./slotUses";
import { isActivation } from "./symbolLooks";

/** How many entries an axis has: those of a subscript slot ("W#0"), or a count. Null where nothing says. */
export type Dimension = string | number | null;

/** A slot's size that the document declares: a limit's name, as the n of x ∈ ℝ^n, or a number. */
export interface DeclaredShape {
  readonly variable: Variable;
  readonly axes: readonly (string | number)[];
}

/** x ∈ ℝ^n, W ∈ ℝ^{m×n}, c ∈ ℝ. A last factor 1 makes a column: ℝ^{n×1}. */
export function declaredShapes(assumptions: readonly Assumption[]): readonly DeclaredShape[] {
  return assumptions.flatMap(({ condition }) => shapesIn(condition));
}

function shapesIn({ sides, relations, and }: Condition): readonly DeclaredShape[] {
  const rest = and === null ? [] : shapesIn(and);
  const [variable, set] = sides;
  const axes = relations[0] === "∈" && set !== undefined ? axesOf(set) : null;
  return variable?.kind === "variable" && axes !== null ? [{ variable, axes }, ...rest] : rest;
}

function axesOf(set: Expression): readonly (string | number)[] | null {
  if (isReals(set)) return [];
  if (set.kind !== "power" || !isReals(set.base)) return null;
  const factors = set.exponent.kind === "product" ? set.exponent.factors : [set.exponent];
  const axes = factors.map((factor) =>
    factor.kind === "number" ? Number(factor.text) : factor.kind === "variable" ? limitName(factor) : null,
  );
  if (axes.length > 2 || axes.includes(null)) return null;
  const known = axes as readonly (string | number)[];
  return known.length === 2 && known[1] === 1 ? known.slice(0, 1) : known;
}

function isReals(set: Expression): boolean {
  return set.kind === "variable" && set.name === "bb R" && set.indices.length === 0;
}

export function declaredRanks(shapes: readonly DeclaredShape[]): ReadonlyMap<string, 0 | 1 | 2> {
  return new Map(shapes.map(({ variable, axes }) => [rankKey(variable), axes.length as 0 | 1 | 2]));
}

/** Pairs of axes that have one size, because sums, products and equations of formulas with whole symbols need it. */
export function dimensionLinks(
  formulas: readonly (readonly Expression[])[],
  definitions: readonly Definition[],
): readonly (readonly [string, string | number])[] {
  const links: (readonly [string, string | number])[] = [];
  const functions = new Map(
    definitions.flatMap((one) => (one.parameters.length > 0 ? [[one.name, one] as const] : [])),
  );
  const link = (left: Dimension | undefined, right: Dimension | undefined): void => {
    // The 1 of a row beside a matrix is no count of the matrix's entries.
    if (left == null || right == null || left === right || left === 1 || right === 1) return;
    if (typeof left === "string") links.push([left, right]);
    else if (typeof right === "string") links.push([right, left]);
  };
  const alike = (all: readonly (readonly Dimension[])[]): readonly Dimension[] => {
    const shaped = all.filter((axes) => axes.length > 0);
    const first = shaped[0] ?? [];
    for (const axes of shaped.slice(1))
      if (axes.length === first.length) for (const [at, axis] of axes.entries()) link(first[at], axis);
    return first;
  };
  const times = (left: readonly Dimension[], right: readonly Dimension[]): readonly Dimension[] => {
    if (left.length === 0 || right.length === 0) return left.length === 0 ? right : left;
    const [rows, inner] = left.length === 1 ? [left[0], 1] : left;
    const [outer, columns] = right.length === 1 ? [right[0], 1] : right;
    if (left.length === 1 && right.length === 1) {
      link(left[0], right[0]);
      return [];
    }
    link(inner, outer);
    if (rows === 1 && columns === 1) return [];
    return right.length === 1 ? [rows ?? null] : [rows ?? null, columns ?? null];
  };
  const inside = new Set<string>();
  const axes = (expression: Expression): readonly Dimension[] => {
    switch (expression.kind) {
      case "variable":
        return expression.indices.flatMap((index, at) => (isWholeIndex(index) ? [`${expression.name}#${at}`] : []));
      case "sum":
        return alike(expression.terms.map(axes));
      case "negative":
      case "prime":
        return axes(expression.operand);
      case "product":
        return expression.style === "hadamard"
          ? alike(expression.factors.map(axes))
          : expression.factors.map(axes).reduce(times);
      case "quotient":
        return alike([axes(expression.numerator), axes(expression.denominator)]);
      case "power":
        return alike([axes(expression.base), axes(expression.exponent)]);
      case "transpose": {
        const inner = axes(expression.operand);
        if (inner.length < 2) return inner.length === 1 ? [1, inner[0] ?? null] : [];
        return inner[0] === 1 ? [inner[1] ?? null] : [inner[1] ?? null, inner[0] ?? null];
      }
      case "call": {
        const args = expression.args.map(axes);
        const definition = functions.get(expression.name);
        if (definition !== undefined) {
          definition.parameters.forEach((parameter, at) => {
            for (const [position, axis] of axes(parameter).entries()) link(axis, args[at]?.[position]);
          });
          if (definition.parameters.every((parameter) => axes(parameter).length === 0) && args[0]?.length !== 0)
            return args[0] ?? [];
          if (inside.has(expression.name)) return [];
          inside.add(expression.name);
          const body = axes(definition.body);
          inside.delete(expression.name);
          return body;
        }
        const [first = []] = args;
        if (expression.name === "diag")
          return first.length === 1 ? [first[0] ?? null, first[0] ?? null] : [first[0] ?? null];
        if (expression.indices.length > 0 || ["trace", "sum", "max", "min"].includes(expression.name)) return [];
        return isOperationName(expression.name) || isActivation(expression.name) || expression.name === "softmax"
          ? first
          : [];
      }
      case "derivative": {
        const of = axes(expression.of);
        if (expression.by.length === 0) {
          const { of: named } = expression;
          const known = named.kind === "variable" || named.kind === "call" ? functions.get(named.name) : undefined;
          return known?.parameters.length === 1 ? axes(known.parameters[0] as Expression) : [];
        }
        return [...of, ...expression.by.flatMap(axes)];
      }
      case "indexed":
        return axes(expression.body);
      case "cases":
        return alike(expression.branches.map(({ value }) => axes(value)));
      case "evaluated":
        return axes(expression.operand);
      case "matrix": {
        expression.rows.flat().forEach(axes);
        const columns = expression.rows[0]?.length ?? 0;
        return columns === 1 ? [expression.rows.length] : [expression.rows.length, columns];
      }
      case "norm":
        axes(expression.operand);
        return [];
      case "number":
      case "constant":
        return [];
      case "indicator":
        parts(expression).forEach(axes);
        return [];
    }
  };
  for (const formula of formulas) alike(formula.map(axes));
  return links;
}
