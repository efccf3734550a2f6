import type { Definition, Scope } from "../../src/formula/Definition";
import type { Condition, Derivative, Expression, IndexedSum, Relation, Variable } from "../../src/formula/Expression";
import { walk } from "../../src/formula/traverse";

/**
 * A second, much simpler machine that says whether two formulas are the same: it walks the tree in plain doubles, takes
 * derivatives by differences, and lets every index run to 3. It shares nothing with the engine but the parsed trees.
 */

const size = 3;

/** Thrown where the oracle knows no value: vectors, unknown losses, notation beyond it. */
class Unknown extends Error {}

interface Point {
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  /** Symbols whose entries along one index add up to 1. */
  readonly simplexes: ReadonlyMap<string, number>;
  /** Values of free entries, made when first asked for. */
  readonly values: Map<string, number>;
  readonly random: () => number;
}

interface Frame {
  readonly point: Point;
  readonly letters: ReadonlyMap<string, number>;
  readonly locals: ReadonlyMap<string, number>;
  /** Entries that a derivative moves, cut off from their definitions. */
  readonly moved: ReadonlyMap<string, number>;
  readonly depth: number;
}

/** True or false where both formulas have values at enough points; null where the oracle cannot tell. */
export function sameByPlainNumbers(left: Expression, right: Expression, scope: Scope, points = 40): boolean | null {
  const definitions = new Map<string, Definition[]>();
  for (const one of scope.definitions) definitions.set(one.name, [...(definitions.get(one.name) ?? []), one]);
  const simplexes = simplexesOf(scope);
  const letters = freeLettersOf([left, right]);
  const random = stream();
  let compared = 0;
  try {
    for (let at = 0; at < points; at += 1) {
      const narrow = at % 2 === 0;
      const draw = () => (narrow ? 0.05 + 0.9 * random() : 5 * random() - 2.5);
      const point: Point = { definitions, simplexes, values: new Map(), random: draw };
      for (const env of assignmentsOf(letters)) {
        const frame: Frame = { point, letters: env, locals: new Map(), moved: new Map(), depth: 0 };
        const [l, r] = [evaluate(left, frame), evaluate(right, frame)];
        if (!Number.isFinite(l) || !Number.isFinite(r)) continue;
        compared += 1;
        if (Math.abs(l - r) > 1e-6 * Math.max(1, Math.abs(l), Math.abs(r))) return false;
      }
    }
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return null;
    throw error;
  }
  return compared >= 10 ? true : null;
}

function evaluate(expression: Expression, frame: Frame): number {
  if (frame.depth > 60) throw new Unknown("circular");
  const value = (part: Expression) => evaluate(part, frame);
  switch (expression.kind) {
    case "number":
      return Number(expression.text);
    case "constant":
      if (expression.name === "infinity") throw new Unknown("∞");
      return expression.name === "e" ? Math.E : Math.PI;
    case "variable":
      return symbol(expression, frame);
    case "sum":
      return expression.terms.reduce((sum, term) => sum + value(term), 0);
    case "negative":
      return -value(expression.operand);
    case "product":
      return expression.factors.reduce((product, factor) => product * value(factor), 1);
    case "quotient":
      return value(expression.numerator) / value(expression.denominator);
    case "power":
      return value(expression.base) ** value(expression.exponent);
    case "call":
      return call(expression, frame);
    case "derivative":
      return derivative(expression, frame);
    case "indexed":
      return indexed(expression, frame);
    case "cases": {
      const branch = expression.branches.find(({ condition }) => condition === null || holds(condition, frame));
      return branch === undefined ? Number.NaN : value(branch.value);
    }
    case "indicator":
      return holds(expression.condition, frame) ? 1 : 0;
    case "evaluated": {
      if (expression.variable.kind !== "variable") throw new Unknown("evaluated");
      const key = keyOf(expression.variable, frame);
      return evaluate(expression.operand, { ...frame, moved: new Map(frame.moved).set(key, value(expression.value)) });
    }
    case "prime":
    case "matrix":
    case "transpose":
    case "norm":
      throw new Unknown(expression.kind);
  }
}

function keyOf({ name, indices }: Variable, frame: Frame): string {
  return `${name}[${indices.map((index) => indexOf(index, frame)).join()}]`;
}

function indexOf(index: Expression, frame: Frame): number {
  if (index.kind === "variable" && index.indices.length > 0) return 2;
  if (index.kind === "variable") {
    const value = frame.letters.get(index.name);
    if (value !== undefined) return value;
    if (/^[A-Z]$/.test(index.name)) return size;
  }
  if (index.kind === "variable") throw new Unknown(`index ${index.name}`);
  const value = evaluate(index, frame);
  if (!Number.isInteger(value)) throw new Unknown("index");
  return value;
}

function symbol(variable: Variable, frame: Frame): number {
  const { name, indices } = variable;
  if (/(?:^| )(?:bold|vec) /.test(name)) throw new Unknown("a vector");
  if (indices.length === 0) {
    const known = frame.locals.get(name) ?? frame.letters.get(name);
    if (known !== undefined) return known;
  }
  const key = keyOf(variable, frame);
  const moved = frame.moved.get(key);
  if (moved !== undefined) return moved;
  const at = indices.map((index) => indexOf(index, frame));
  const definition = definitionOf(name, at, frame.point);
  if (definition !== null) {
    const letters = new Map(frame.letters);
    definition.indices.forEach((index, position) => {
      if (index.kind === "variable") letters.set(index.name, at[position] as number);
    });
    return evaluate(definition.body, { ...frame, letters, locals: new Map(), depth: frame.depth + 1 });
  }
  return leaf(name, at, frame);
}

function definitionOf(name: string, at: readonly number[], { definitions }: Point): Definition | null {
  const fitting = (definitions.get(name) ?? []).filter(
    ({ indices, parameters }) =>
      parameters.length === 0 &&
      indices.length === at.length &&
      indices.every((index, position) => index.kind !== "number" || Number(index.text) === at[position]),
  );
  return fitting.at(-1) ?? null;
}

function leaf(name: string, at: readonly number[], { point, moved }: Frame): number {
  const key = `${name}[${at.join()}]`;
  const cut = moved.get(key);
  if (cut !== undefined) return cut;
  const known = point.values.get(key);
  if (known !== undefined) return known;
  const position = point.simplexes.get(name);
  let value = /^[nmNMKCD]$/.test(name) && at.length === 0 ? size : point.random();
  if (position !== undefined && at[position] === size) {
    value = 1;
    for (let other = 1; other < size; other += 1) {
      const place = at.map((one, axis) => (axis === position ? other : one));
      value -= leaf(name, place, { point, moved, letters: new Map(), locals: new Map(), depth: 0 });
    }
    if (moved.size > 0) return value;
  }
  point.values.set(key, value);
  return value;
}

const operations: Readonly<Record<string, (...args: readonly number[]) => number>> = {
  exp: (x = Number.NaN) => Math.exp(x),
  log: (x = Number.NaN) => Math.log(x),
  log2: (x = Number.NaN) => Math.log2(x),
  log10: (x = Number.NaN) => Math.log10(x),
  sqrt: (x = Number.NaN) => Math.sqrt(x),
  sin: (x = Number.NaN) => Math.sin(x),
  cos: (x = Number.NaN) => Math.cos(x),
  tan: (x = Number.NaN) => Math.tan(x),
  sinh: (x = Number.NaN) => Math.sinh(x),
  cosh: (x = Number.NaN) => Math.cosh(x),
  tanh: (x = Number.NaN) => Math.tanh(x),
  abs: (x = Number.NaN) => Math.abs(x),
  sign: (x = Number.NaN) => Math.sign(x),
  max: (...args) => Math.max(...args),
  min: (...args) => Math.min(...args),
  sigmoid: (x = Number.NaN) => 1 / (1 + Math.exp(-x)),
  softplus: (x = Number.NaN) => Math.log(1 + Math.exp(x)),
  relu: (x = Number.NaN) => Math.max(0, x),
};

function call(expression: Extract<Expression, { kind: "call" }>, frame: Frame): number {
  const args = expression.args.map((arg) => evaluate(arg, frame));
  const apply = (values: readonly number[]): number => {
    const definition = (frame.point.definitions.get(expression.name) ?? []).findLast(
      ({ parameters }) => parameters.length === values.length && parameters.length > 0,
    );
    if (definition !== undefined) {
      if (expression.indices.length > 0) throw new Unknown("a component");
      const locals = new Map<string, number>();
      definition.parameters.forEach((parameter, at) => {
        if (parameter.kind !== "variable" || parameter.indices.length > 0) throw new Unknown("a parameter");
        locals.set(parameter.name, values[at] as number);
      });
      return evaluate(definition.body, { ...frame, locals, depth: frame.depth + 1 });
    }
    const operation = operations[expression.name];
    if (operation === undefined || expression.indices.length > 0) throw new Unknown(expression.name);
    return operation(...values);
  };
  if (expression.primes === 0) {
    const definition = (frame.point.definitions.get(expression.name) ?? []).findLast(
      ({ parameters }) => parameters.length === args.length,
    );
    const isOwn = definition?.parameters.every((parameter, at) => {
      const arg = expression.args[at];
      return parameter.kind === "variable" && arg?.kind === "variable" && arg.name === parameter.name;
    });
    // f(x) at its own parameter is the symbol itself, so that a derivative by x reaches it.
    if (isOwn === true && definition !== undefined && args.length > 0 && frame.locals.size === 0)
      return evaluate(definition.body, { ...frame, depth: frame.depth + 1 });
    return apply(args);
  }
  const [x] = args;
  if (x === undefined || args.length !== 1 || expression.primes > 2) throw new Unknown("primes");
  return slope((at) => apply([at]), x, expression.primes);
}

/** Central differences of the fourth order. */
function slope(f: (x: number) => number, x: number, order: number): number {
  const h = order === 1 ? 1e-3 : 1e-2;
  const inner = order === 1 ? f : (at: number) => slope(f, at, order - 1);
  return (inner(x - 2 * h) - 8 * inner(x - h) + 8 * inner(x + h) - inner(x + 2 * h)) / (12 * h);
}

function derivative({ of, by, style }: Derivative, frame: Frame): number {
  if (style === "gradient" || by.length === 0 || by.length > 2) throw new Unknown("gradient");
  const take = (left: readonly Expression[], inside: Frame): number => {
    const [first, ...rest] = left;
    if (first === undefined) {
      if (of.kind === "variable" && !isKnown(of, inside)) throw new Unknown(of.name);
      return evaluate(of, inside);
    }
    if (first.kind !== "variable") throw new Unknown("a derivative by a formula");
    if (inside.locals.has(first.name)) {
      const x = inside.locals.get(first.name) as number;
      return slope((at) => take(rest, { ...inside, locals: new Map(inside.locals).set(first.name, at) }), x, 1);
    }
    const key = keyOf(first, inside);
    const x = evaluate(first, inside);
    return slope((at) => take(rest, { ...inside, moved: new Map(inside.moved).set(key, at) }), x, 1);
  };
  return take(by, frame);
}

function isKnown(variable: Variable, frame: Frame): boolean {
  const at = variable.indices.map((index) => indexOf(index, frame));
  return definitionOf(variable.name, at, frame.point) !== null || frame.moved.has(keyOf(variable, frame));
}

function indexed({ operation, index, lower, upper, condition, body }: IndexedSum, frame: Frame): number {
  const bound = (limit: Expression | null, otherwise: number) => {
    if (limit === null) return otherwise;
    const value = evaluate(limit, frame);
    if (!Number.isInteger(value)) throw new Unknown("a limit");
    return value;
  };
  const [first, last] = [bound(lower, 1), bound(upper, size)];
  let total: number | null = null;
  for (let at = first; at <= last; at += 1) {
    const inner = { ...frame, letters: new Map(frame.letters).set(index, at) };
    if (condition !== null && !holds(condition, inner)) continue;
    const value = evaluate(body, inner);
    if (total === null) total = value;
    else if (operation === "sum") total += value;
    else if (operation === "product") total *= value;
    else total = operation === "max" ? Math.max(total, value) : Math.min(total, value);
  }
  return total ?? (operation === "product" ? 1 : operation === "sum" ? 0 : Number.NaN);
}

function holds({ sides, relations, and }: Condition, frame: Frame): boolean {
  const values = sides.map((side) => evaluate(side, frame));
  const own = relations.every((relation, at) => obeys(relation, values[at] as number, values[at + 1] as number));
  return own && (and === null || holds(and, frame));
}

function obeys(relation: Relation, left: number, right: number): boolean {
  switch (relation) {
    case "=":
      return left === right;
    case "≠":
      return left !== right;
    case "<":
      return left < right;
    case "≤":
      return left <= right;
    case ">":
      return left > right;
    case "≥":
      return left >= right;
    default:
      throw new Unknown(relation);
  }
}

function simplexesOf({ assumptions }: Scope): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { condition } of assumptions) {
    const [sum, total] = condition.sides;
    if (sum?.kind !== "indexed" || sum.body.kind !== "variable" || total?.kind !== "number") continue;
    const position = sum.body.indices.findIndex((index) => index.kind === "variable" && index.name === sum.index);
    if (Number(total.text) === 1 && position >= 0) found.set(sum.body.name, position);
  }
  return found;
}

/** Letters in index position that no Σ of either formula binds. */
function freeLettersOf(formulas: readonly Expression[]): readonly string[] {
  const free = new Set<string>();
  const visit = (expression: Expression, bound: ReadonlySet<string>): void => {
    if (expression.kind === "indexed") {
      const inner = new Set(bound).add(expression.index);
      visit(expression.body, inner);
      for (const side of expression.condition?.sides ?? []) note(side, inner);
      return;
    }
    if (expression.kind === "indicator") for (const side of expression.condition.sides) note(side, bound);
    if (expression.kind === "cases")
      for (const { condition } of expression.branches) for (const side of condition?.sides ?? []) note(side, bound);
    if (expression.kind === "variable" || expression.kind === "call")
      for (const index of expression.indices) note(index, bound);
    for (const part of partsOf(expression)) visit(part, bound);
  };
  const note = (index: Expression, bound: ReadonlySet<string>): void =>
    walk(index, (part) => {
      if (part.kind === "variable" && part.indices.length === 0 && /^[a-z]$/.test(part.name) && !bound.has(part.name))
        free.add(part.name);
    });
  for (const formula of formulas) visit(formula, new Set());
  return [...free].slice(0, 4);
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "variable") return [];
  const found: Expression[] = [];
  for (const value of Object.values(expression) as unknown[])
    for (const one of Array.isArray(value) ? (value.flat() as unknown[]) : [value])
      if (typeof one === "object" && one !== null) {
        if ("kind" in one) found.push(one as Expression);
        else if ("value" in one) found.push((one as { readonly value: Expression }).value);
      }
  return found;
}

function assignmentsOf(letters: readonly string[]): readonly ReadonlyMap<string, number>[] {
  return letters.reduce<readonly ReadonlyMap<string, number>[]>(
    (all, letter) => all.flatMap((env) => Array.from({ length: size }, (_, at) => new Map(env).set(letter, at + 1))),
    [new Map()],
  );
}

/** A linear congruential stream of its own. */
function stream(): () => number {
  let state = 987_654_321;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
