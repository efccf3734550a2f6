import type { Definition } from "../formula/Definition";
import { type Expression, isOperationName, type Variable } from "../formula/Expression";
import { walk } from "../formula/traverse";
import { isActivation, isBold, isCapital, matrices, numbers } from "./symbolLooks";

/** 0 a number, 1 a column, 2 a matrix; a "row" is a transposed column. Null: a symbol of which nothing is known yet. */
export type Rank = 0 | 1 | 2 | "row" | null;

/** What a symbol stands for, by its name and the number of indices it is written with: x^{(i)} may be a vector, x_j^{(i)} not. */
export type Ranks = ReadonlyMap<string, 1 | 2>;

export function rankKey({ name, indices }: Pick<Variable, "name" | "indices">): string {
  return `${name}/${indices.length}`;
}

/**
 * Which symbols are vectors and matrices: those declared so (W ∈ ℝ^{m×n}), bold ones, those that are transposed or have
 * a norm, and whatever must be one for the products, sums and equations that it stands in.
 *
 * @param declared ranks that the document states, 0 included: they are never changed.
 */
export function inferRanks(
  formulas: readonly (readonly Expression[])[],
  definitions: readonly Definition[],
  declared: ReadonlyMap<string, 0 | 1 | 2>,
): Ranks {
  const finder = new RankFinder(definitions, declared);
  for (const formula of formulas) for (const one of formula) walk(one, (part) => finder.start(part));
  if (finder.isEmpty()) return new Map();
  for (let round = 0; round < 8 && finder.changed; round += 1) {
    finder.changed = false;
    for (const formula of formulas) finder.equation(formula);
    finder.values();
  }
  return finder.found();
}

class RankFinder {
  changed = true;
  private readonly ranks = new Map<string, 0 | 1 | 2>();
  private readonly functions = new Map<string, Definition>();
  private readonly inside = new Set<string>();
  /** Where a document writes its vectors bold, a plain letter is a number unless it is declared or transposed. */
  private writesBold = false;

  constructor(
    definitions: readonly Definition[],
    private readonly declared: ReadonlyMap<string, 0 | 1 | 2>,
  ) {
    for (const [key, rank] of declared) this.ranks.set(key, rank);
    for (const one of definitions) if (one.parameters.length > 0) this.functions.set(one.name, one);
  }

  isEmpty(): boolean {
    return ![...this.ranks.values()].some((rank) => rank > 0);
  }

  found(): Ranks {
    return new Map([...this.ranks].filter((entry): entry is [string, 1 | 2] => entry[1] > 0));
  }

  /** What a part shows by itself: bold letters, transposes, norms. */
  start(part: Expression): void {
    if (part.kind === "variable" && isBold(part.name)) {
      this.writesBold = true;
      const isSuper = part.name.includes("^") && part.indices.length === 1;
      if (part.indices.length === 0 || isSuper) this.set(part, isCapital(part.name) ? 2 : 1);
    }
    if (part.kind === "transpose") this.expect(part.operand, "row");
    if (part.kind === "norm") this.expect(part.operand, 1);
    if (part.kind === "call" && part.name === "softmax") for (const arg of part.args) this.expect(arg, 1);
  }

  /** The sides of an equation are alike. */
  equation(sides: readonly Expression[]): void {
    const ranks = sides.map((side) => this.rank(side));
    const known = ranks.find((rank) => rank === 1 || rank === 2);
    if (known !== undefined)
      sides.forEach((side, at) => {
        if (ranks[at] === null || ranks[at] === 0) this.expect(side, known);
      });
  }

  /** A function's name alone stands for its value. */
  values(): void {
    for (const { name, indices, body } of this.functions.values()) {
      const rank = this.rank(body);
      const key = rankKey({ name, indices });
      if ((rank !== 1 && rank !== 2) || this.ranks.has(key)) continue;
      this.ranks.set(key, rank);
      this.changed = true;
    }
  }

  private isFunction({ name, indices }: Variable): boolean {
    return this.functions.has(name) && indices.length === 0;
  }

  private set(variable: Variable, rank: 1 | 2, isSure = false): void {
    const key = rankKey(variable);
    if (this.writesBold && !isSure && !isBold(variable.name)) return;
    if (this.ranks.has(key) || this.declared.has(key) || variable.indices.length > 1) return;
    if (this.isFunction(variable)) return;
    this.ranks.set(key, rank);
    this.changed = true;
  }

  /** Hands down that an expression is a column, a matrix, or something that is transposed. */
  private expect(expression: Expression, rank: 1 | 2 | "row"): void {
    switch (expression.kind) {
      case "variable":
        if (isCount(expression) || (isEntry(expression) && rank !== "row")) return;
        return this.set(expression, rank === 2 || isCapital(expression.name) ? 2 : 1, rank === "row");
      case "negative":
        return this.expect(expression.operand, rank);
      case "sum":
        for (const term of expression.terms) this.expect(term, rank);
        return;
      case "product":
        return this.expectProduct(expression.factors, expression.style, rank);
      default:
        return;
    }
  }

  private expectProduct(factors: readonly Expression[], style: "ordinary" | "hadamard", rank: 1 | 2 | "row"): void {
    const open = factors.filter((factor) => factor.kind === "variable" && this.rank(factor) === null);
    if (style === "hadamard") {
      for (const factor of open) this.expect(factor, rank);
      return;
    }
    const shaped = factors.some((factor) => ![0, null].includes(this.rank(factor) as 0 | null));
    const last = factors.at(-1);
    // δ x^T is a matrix: δ is a column.
    if (rank === 2 && last !== undefined && this.rank(last) === "row" && open.length === 1) {
      for (const factor of open) this.expect(factor, 1);
      return;
    }
    if (shaped || last === undefined || !open.includes(last)) return;
    this.expect(last, rank === 2 ? 2 : 1);
    for (const factor of open)
      if (factor !== last && factor.kind === "variable" && isCapital(factor.name)) this.set(factor, 2);
  }

  /** The rank of an expression as far as it is known, noting on the way what products and sums require of symbols. */
  private rank(expression: Expression): Rank {
    switch (expression.kind) {
      case "variable":
        return this.ranks.get(rankKey(expression)) ?? (this.isFunction(expression) ? 0 : null);
      case "sum":
        return this.alike(expression.terms);
      case "negative":
      case "prime":
        return this.rank(expression.operand);
      case "product":
        return expression.style === "hadamard" ? this.alike(expression.factors) : this.product(expression.factors);
      case "quotient": {
        const [above, below] = [this.rank(expression.numerator), this.rank(expression.denominator)];
        return above === 0 || above === null ? (below === null ? above : below) : above;
      }
      case "power":
        this.rank(expression.exponent);
        return this.rank(expression.base);
      case "call":
        return this.call(expression.name, expression.args, expression.indices.length);
      case "derivative":
        return this.derivative(expression.of, expression.by);
      case "transpose": {
        const inner = this.rank(expression.operand);
        return inner === 1 ? "row" : inner === "row" ? 1 : inner;
      }
      case "indexed":
        return this.rank(expression.body);
      case "cases":
        return this.alike(expression.branches.map(({ value }) => value));
      case "evaluated":
        return this.rank(expression.operand);
      case "matrix":
        return expression.rows[0]?.length === 1 ? 1 : expression.rows.length === 1 ? "row" : 2;
      case "norm":
        this.rank(expression.operand);
        return 0;
      case "number":
      case "constant":
      case "indicator":
        return 0;
    }
  }

  /** Terms of a sum, factors of ⊙: one vector among them makes all of them vectors, plain numbers apart. */
  private alike(terms: readonly Expression[]): Rank {
    const ranks = terms.map((term) => this.rank(term));
    const shaped = ranks.find((rank) => rank === 1 || rank === 2);
    if (shaped === undefined)
      return ranks.find((rank) => rank !== null && rank !== 0) ?? (ranks.includes(null) ? null : 0);
    terms.forEach((term, at) => {
      if (ranks[at] === null) this.expect(term, shaped);
    });
    return shaped;
  }

  private product(factors: readonly Expression[]): Rank {
    let rank: Rank = 0;
    factors.forEach((factor, at) => {
      let next = this.rank(factor);
      if (next === null && factor.kind === "variable" && !isCount(factor)) {
        const after = factors[at + 1];
        const beforeShaped = after !== undefined && [1, 2].includes(this.rank(after) as number);
        if ((rank === "row" || rank === 2) && !(beforeShaped && !isCapital(factor.name)))
          this.set(factor, isCapital(factor.name) ? 2 : 1);
        else if (beforeShaped && isCapital(factor.name)) this.set(factor, 2, matrices.test(factor.name));
        next = this.rank(factor);
      } else if (rank === "row" && next === null) this.expect(factor, 1);
      rank = times(rank, next);
    });
    return rank;
  }

  private call(name: string, args: readonly Expression[], indices: number): Rank {
    const definition = this.functions.get(name);
    const ranks = args.map((arg) => this.rank(arg));
    if (definition !== undefined) {
      definition.parameters.forEach((parameter, at) => {
        const arg = args[at];
        if (parameter.kind !== "variable" || arg?.kind !== "variable" || ranks[at] !== null) return;
        const needed = this.ranks.get(rankKey(parameter));
        if (needed === 1 || needed === 2) this.set(arg, needed);
      });
      if (this.inside.has(name)) return null;
      this.inside.add(name);
      const body = this.rank(definition.body);
      this.inside.delete(name);
      const takesVectors = definition.parameters.some(
        (parameter) => parameter.kind === "variable" && this.ranks.has(rankKey(parameter)),
      );
      return takesVectors ? body : (ranks.find((rank) => rank !== 0 && rank !== null) ?? body);
    }
    if (name === "diag") return ranks[0] === 2 ? 1 : 2;
    if (indices > 0 || ["trace", "sum", "max", "min"].includes(name)) return 0;
    const elementwise = isOperationName(name) || isActivation(name) || name === "softmax";
    return elementwise ? (ranks[0] ?? null) : 0;
  }

  private derivative(of: Expression, by: readonly Expression[]): Rank {
    const value = this.rank(of);
    const parameters =
      of.kind === "variable" || of.kind === "call" ? (this.functions.get(of.name)?.parameters ?? []) : [];
    if (by.length === 0) return parameters.length === 1 ? this.rank(parameters[0] as Expression) : 1;
    const first = this.rank(by[0] as Expression);
    if (first === null || first === 0) return value === null ? 0 : value;
    return value === 1 || value === "row" ? 2 : first;
  }
}

/** n, k and λ alone are numbers; k_j is whatever it is used as. */
function isCount({ name, indices }: Variable): boolean {
  return indices.length === 0 && numbers.test(name);
}

/** x_i is one entry unless more is known of it; x^{(i)} and bold h_t are as likely one of several vectors. */
function isEntry({ name, indices }: Variable): boolean {
  return indices.length > 0 && !name.includes("^") && !isBold(name);
}

function times(left: Rank, right: Rank): Rank {
  if (left === 0 || left === null) return right === null ? left : right;
  if (right === 0 || right === null) return left;
  if (left === "row") return right === 1 ? 0 : right === 2 ? "row" : null;
  if (left === 1) return right === "row" ? 2 : right === 1 ? 0 : 1;
  return right === 1 ? 1 : 2;
}
