import type { Condition, Expression } from "../formula/Expression";
import { slotUses } from "./slotUses";

/**
 * How far an index runs. Letters that share a subscript slot share a range (union-find over slots such as "z#1" and
 * upper limits such as "K"), so that n and m are one number exactly where the document makes them one.
 */
export interface IndexRanges {
  /** Size of the range of a slot: position `position` of symbol `name`. */
  readonly slotSize: (name: string, position: number) => number;
  /** True for a slot that nothing sums over: one member of it stands for all. */
  readonly isBatch: (name: string, position: number) => boolean;
  /** Value of an upper limit's letter ("n" of \sum_{i=1}^n), or null if the letter is no limit. */
  readonly limit: (name: string) => number | null;
  /** Size of the range of a letter within the formulas where it is used; null if it is no index. */
  readonly letterSize: (letter: string) => number | null;
}

export interface RangeOptions {
  /** Sizes by the name of an upper limit, a slot ("z#1") or an index letter; a later one overrules an earlier one. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Size of the first class without a declaration; further classes with limits of their own get one more each. */
  readonly classes: number;
  /** Size of a range that nothing ever sums over: a batch. */
  readonly batch: number;
}

/** What vectors and matrices say about ranges. */
export interface ShapeLinks {
  /** Slots ("W#1") with the limit ("^n") or the number of entries that the document declares for them. */
  readonly declared: readonly (readonly [string, string | number])[];
  /** Slots that products, sums and equations make equal to others, or to a number. */
  readonly linked: readonly (readonly [string, string | number])[];
}

const noShapes: ShapeLinks = { declared: [], linked: [] };

/**
 * Ranges of all indices of a set of formulas. A formula is a list of expressions in which a letter means one thing.
 * Classes get at least 3 members: with 2, a wrong index often goes unseen.
 */
export function inferRanges(
  formulas: readonly (readonly Expression[])[],
  options: RangeOptions,
  shapes: ShapeLinks = noShapes,
): IndexRanges {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  const unite = (first: string, second: string) => parent.set(find(first), find(second));

  const summed = new Set<string>();
  const limits: string[] = [];
  const letterSlot = new Map<string, string>();
  for (const formula of formulas) {
    const slotOfLetter = new Map<string, string>();
    for (const use of slotUses(formula)) {
      if (use.kind === "limit") {
        if (!limits.includes(use.name)) limits.push(use.name);
      }
      const key = use.kind === "slot" ? `${use.name}#${use.position}` : use.kind === "limit" ? `^${use.name}` : null;
      if (key !== null) {
        find(key);
        const known = slotOfLetter.get(use.letter);
        if (known === undefined) slotOfLetter.set(use.letter, key);
        else unite(key, known);
      }
      if (use.kind !== "slot") summed.add(use.letter);
    }
    for (const [letter, key] of slotOfLetter) {
      if (!letterSlot.has(letter)) letterSlot.set(letter, key);
      if (summed.has(letter)) summed.add(`slot ${key}`);
    }
    for (const letter of slotOfLetter.keys()) summed.delete(letter);
  }

  const fixed = new Map<string, number>();
  // What is declared of an axis stays: axes of ℝ^m and ℝ^n are not made equal by a product that does not fit.
  const names = new Map<string, string | number>();
  for (const [slot, size] of shapes.declared) {
    find(slot);
    if (typeof size === "string") {
      find(size);
      unite(slot, size);
      if (!limits.includes(size.slice(1))) limits.push(size.slice(1));
    } else fixed.set(find(slot), size);
    names.set(find(slot), size);
  }
  for (const [slot, other] of shapes.linked) {
    find(slot);
    if (typeof other === "number") {
      if (!names.has(find(slot))) fixed.set(find(slot), other);
      names.set(find(slot), names.get(find(slot)) ?? other);
      continue;
    }
    find(other);
    const [mine, theirs] = [names.get(find(slot)), names.get(find(other))];
    if (mine !== undefined && theirs !== undefined && mine !== theirs) continue;
    const size = fixed.get(find(slot)) ?? fixed.get(find(other));
    unite(slot, other);
    if (mine !== undefined || theirs !== undefined) names.set(find(slot), (mine ?? theirs) as string | number);
    if (size !== undefined) fixed.set(find(slot), size);
  }

  const summedRoots = new Set(
    [...summed].filter((name) => name.startsWith("slot ")).map((name) => find(name.slice(5))),
  );
  const sizes = new Map<string, number>();
  for (const [key, size] of fixed) sizes.set(find(key), size);
  for (const [name, size] of Object.entries(options.sizes)) {
    const key = parent.has(`^${name}`) ? `^${name}` : parent.has(name) ? name : letterSlot.get(name);
    if (key !== undefined) sizes.set(find(key), size);
  }
  let next = options.classes;
  for (const name of limits) {
    const root = find(`^${name}`);
    if (!sizes.has(root)) {
      sizes.set(root, next);
      next += 1;
    }
  }
  const declaredDefault = options.sizes.K ?? options.classes;
  const axes = new Set(
    [...shapes.declared, ...shapes.linked]
      .flat()
      .filter((key) => typeof key === "string")
      .map(find),
  );
  const sizeOf = (root: string): number =>
    sizes.get(root) ?? (summedRoots.has(root) || axes.has(root) ? declaredDefault : options.batch);

  return {
    slotSize: (name, position) => {
      const key = `${name}#${position}`;
      return parent.has(key) ? sizeOf(find(key)) : declaredDefault;
    },
    isBatch: (name, position) => {
      const key = `${name}#${position}`;
      return parent.has(key) && !sizes.has(find(key)) && !summedRoots.has(find(key)) && !axes.has(find(key));
    },
    limit: (name) => (parent.has(`^${name}`) ? sizeOf(find(`^${name}`)) : (options.sizes[name] ?? null)),
    letterSize: (letter) => {
      const key = letterSlot.get(letter);
      return key === undefined ? null : sizeOf(find(key));
    },
  };
}

/** Both sides of every relation of a condition, and of those joined to it. */
export function conditionSides(condition: Condition): readonly Expression[] {
  return condition.and === null ? condition.sides : [...condition.sides, ...conditionSides(condition.and)];
}
