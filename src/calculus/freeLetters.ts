import type { Condition, Expression } from "../formula/Expression";
import type { IndexRanges } from "./indexRanges";
import { labelKey } from "./labelKey";
import { lettersOf } from "./slotUses";

/** A free index of a formula with the size of its range; a label such as the y_i of p_{y_i} is one too. */
export interface FreeLetter {
  readonly letter: string;
  readonly size: number;
  /** A label is chosen by the data, not by the reader of the formula. */
  readonly label: boolean;
  /** Nothing sums over it, so one value stands for all. */
  readonly batch: boolean;
}

/** Index letters that no Σ binds, in order of appearance, each once. */
export function freeLetters(
  expressions: readonly Expression[],
  ranges: IndexRanges,
  canonical: (name: string) => string,
  fixed: { readonly has: (letter: string) => boolean } = new Set<string>(),
): readonly FreeLetter[] {
  const found = new Map<string, FreeLetter>();
  const note = (letter: string, size: number, label: boolean, batch: boolean, bound: ReadonlySet<string>): void => {
    if (!bound.has(letter) && !fixed.has(letter) && !found.has(letter))
      found.set(letter, { letter, size, label, batch });
  };
  const indices = (name: string, list: readonly Expression[], bound: ReadonlySet<string>): void => {
    list.forEach((index, position) => {
      const size = ranges.slotSize(canonical(name), position);
      const batch = ranges.isBatch(canonical(name), position);
      for (const letter of lettersOf(index))
        if (ranges.limit(letter) === null || isIndexLetter(letter)) note(letter, size, false, batch, bound);
      if (index.kind === "variable" && index.indices.length > 0) {
        indices(index.name, index.indices, bound);
        note(labelKey(index.name, index.indices), size, true, false, bound);
      }
    });
  };
  const isIndexLetter = (letter: string) => ranges.letterSize(letter) !== null;
  const condition = (one: Condition | null, bound: ReadonlySet<string>): void => {
    if (one === null) return;
    for (const side of one.sides) {
      if (side.kind === "variable" && side.indices.length === 0) {
        const size = ranges.letterSize(side.name);
        if (size !== null) note(side.name, size, false, false, bound);
      } else visit(side, bound);
    }
    condition(one.and, bound);
  };
  const visit = (expression: Expression, bound: ReadonlySet<string>): void => {
    const into = (inner: Expression) => visit(inner, bound);
    switch (expression.kind) {
      case "number":
      case "constant":
        return;
      case "variable":
        return indices(expression.name, expression.indices, bound);
      case "sum":
        return expression.terms.forEach(into);
      case "product":
        return expression.factors.forEach(into);
      case "negative":
      case "transpose":
      case "norm":
      case "prime":
        return into(expression.operand);
      case "quotient":
        into(expression.numerator);
        return into(expression.denominator);
      case "power":
        into(expression.base);
        return into(expression.exponent);
      case "call":
        expression.args.forEach(into);
        return indices(expression.name, expression.indices, bound);
      case "derivative":
        into(expression.of);
        return expression.by.forEach(into);
      case "evaluated":
        into(expression.operand);
        into(expression.variable);
        return into(expression.value);
      case "indexed": {
        const inner = new Set(bound).add(expression.index);
        // The k of Π_{j=k+1}^t runs as far as j does.
        const size = ranges.letterSize(expression.index);
        for (const letter of expression.lower === null ? [] : lettersOf(expression.lower))
          if (size !== null && ranges.limit(letter) === null) note(letter, size, false, false, bound);
        condition(expression.condition, inner);
        return visit(expression.body, inner);
      }
      case "cases":
        for (const branch of expression.branches) {
          into(branch.value);
          condition(branch.condition, bound);
        }
        return;
      case "indicator":
        return condition(expression.condition, bound);
      case "matrix":
        return expression.rows.flat().forEach(into);
    }
  };
  for (const expression of expressions) visit(expression, new Set());
  return [...found.values()];
}

/** A letter that runs from `first`, 1 if absent, to `size`. */
export interface LetterRange {
  readonly letter: string;
  readonly size: number;
  readonly first?: number;
}

/**
 * Every assignment of values to the letters, the last letter fastest; where there are more than `most`, that many of
 * them at even distances, without ever making the others.
 */
export function assignments(
  letters: readonly LetterRange[],
  most = Number.POSITIVE_INFINITY,
): readonly ReadonlyMap<string, number>[] {
  const counts = letters.map(({ size, first = 1 }) => size - first + 1);
  const count = counts.reduce((product, one) => product * one, 1);
  const length = Math.min(count, most);
  return Array.from({ length }, (_, at) => {
    let rest = Math.floor((at * count) / length);
    const values = letters.map(() => 0);
    for (let position = letters.length - 1; position >= 0; position -= 1) {
      const size = counts[position] as number;
      values[position] = (rest % size) + (letters[position]?.first ?? 1);
      rest = Math.floor(rest / size);
    }
    return new Map(letters.map(({ letter }, position) => [letter, values[position] as number]));
  });
}
