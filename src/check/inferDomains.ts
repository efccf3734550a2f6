import type { NodeId } from "../calculus/Graph";
import { holdsForIndices, lower } from "../calculus/lower";
import type { Leaf, World } from "../calculus/World";
import type { Assumption, Scope } from "../formula/Definition";
import type { Condition, Expression, Relation, Variable } from "../formula/Expression";
import { type Domain, everywhere, intersect, interval } from "./Domain";

/** Where one free number lives, by what the document declares and assumes of it. */
export function domainOf(leaf: Leaf, scope: Scope, canonical: (name: string) => string): Domain {
  let domain = everywhere;
  for (const { condition } of scope.assumptions)
    for (const bound of boundsOf(condition, leaf, canonical)) domain = intersect(domain, bound);
  for (const declaration of scope.declarations) {
    if (canonical(declaration.name) !== leaf.name || !fits(declaration.indices, leaf)) continue;
    if (declaration.range !== null)
      domain = intersect(domain, interval(declaration.range[0], declaration.range[1], false));
    if (declaration.choices !== null && declaration.choices.length > 0)
      domain = intersect(domain, interval(Math.min(...declaration.choices), Math.max(...declaration.choices), false));
    if (declaration.set === "one-hot" || declaration.set === "simplex")
      domain = intersect(domain, interval(0, 1, false));
  }
  return domain;
}

/** Entries of a vector of known length but the last one: so small that the last one is real. */
export function withinLength({ name, indices }: Leaf, { fixedArrays, ranges }: World): Domain {
  const square = fixedArrays.lengths.get(name);
  if (square === undefined || indices.length !== 1) return everywhere;
  const most = Math.sqrt(Number(square) / ranges.slotSize(name, 0));
  return interval(-most, most, true);
}

function boundsOf(condition: Condition, leaf: Leaf, canonical: (name: string) => string): readonly Domain[] {
  const bounds: Domain[] = [];
  condition.relations.forEach((relation, at) => {
    const [left, right] = [condition.sides[at], condition.sides[at + 1]];
    if (left === undefined || right === undefined) return;
    if (names(left, leaf, canonical) && relation === "∈") bounds.push(...membership(right));
    else if (names(left, leaf, canonical)) bounds.push(...half(relation, numberOf(right)));
    if (names(right, leaf, canonical)) bounds.push(...half(mirrored(relation), numberOf(left)));
  });
  return condition.and === null ? bounds : [...bounds, ...boundsOf(condition.and, leaf, canonical)];
}

function half(relation: Relation, value: number | null): readonly Domain[] {
  if (value === null) return [];
  switch (relation) {
    case "<":
      return [{ ...everywhere, high: value }];
    case "≤":
      return [{ ...everywhere, high: value, highOpen: false }];
    case ">":
      return [{ ...everywhere, low: value }];
    case "≥":
      return [{ ...everywhere, low: value, lowOpen: false }];
    case "=":
      return [{ low: value, high: value, lowOpen: false, highOpen: false, values: [value] }];
    default:
      return [];
  }
}

/** x ∈ [0, 1] is the interval; y ∈ {0, 1} is sampled in the interval that the set spans. */
function membership(set: Expression): readonly Domain[] {
  if (set.kind !== "call") return [];
  const values = set.args.map(numberOf).filter((value): value is number => value !== null);
  if (values.length < 2 || values.length < set.args.length) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const lowOpen = set.name === "open interval" || set.name === "left-open interval";
  const highOpen = set.name === "open interval" || set.name === "right-open interval";
  return [{ low, high, lowOpen, highOpen, values: null }];
}

/** The finite sets that the document says symbols are taken from: y ∈ {0, 1}, or `choices` in front matter. */
export function statedSets(scope: Scope, canonical: (name: string) => string): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, readonly number[]>();
  for (const { name, choices } of scope.declarations) if (choices !== null) sets.set(canonical(name), choices);
  for (const { condition } of scope.assumptions) {
    const [member, set] = condition.sides;
    if (condition.relations[0] !== "∈" || member?.kind !== "variable" || set?.kind !== "call" || set.name !== "set")
      continue;
    const values = set.args.map(numberOf).filter((value): value is number => value !== null);
    if (values.length > 0 && values.length === set.args.length) sets.set(canonical(member.name), values);
  }
  return sets;
}

function mirrored(relation: Relation): Relation {
  switch (relation) {
    case "<":
      return ">";
    case ">":
      return "<";
    case "≤":
      return "≥";
    case "≥":
      return "≤";
    default:
      return relation;
  }
}

function names(side: Expression, leaf: Leaf, canonical: (name: string) => string): side is Variable {
  return side.kind === "variable" && canonical(side.name) === leaf.name && fits(side.indices, leaf);
}

function fits(indices: readonly Expression[], leaf: Leaf): boolean {
  if (indices.length === 0) return true;
  return (
    indices.length === leaf.indices.length &&
    indices.every((index, at) => index.kind !== "number" || Number(index.text) === leaf.indices[at])
  );
}

function numberOf(side: Expression): number | null {
  if (side.kind === "number") return Number(side.text);
  if (side.kind === "negative" && side.operand.kind === "number") return -Number(side.operand.text);
  return null;
}

/**
 * Assumptions about quantities that are not free (0 < ŷ < 1 where ŷ = wx + b): nodes that are 1 where they hold. They
 * filter the sample.
 */
export function constraintNodes(
  assumptions: readonly Assumption[],
  world: World,
  env: ReadonlyMap<string, number>,
): readonly NodeId[] {
  return assumptions.flatMap(({ condition, span }) => {
    // A bound on a free number is its domain already; what is left filters the sample.
    const free = (side: Expression) => side.kind === "variable" && !world.definitions.has(world.canonical(side.name));
    if (
      condition.sides.every((side) => numberOf(side) !== null || free(side)) &&
      condition.sides.filter(free).length === 1
    )
      return [];
    // One on indices alone chose the values of the indices.
    if (holdsForIndices(condition, world, env) !== null) return [];
    if (condition.relations.some((relation) => !["<", "≤", ">", "≥"].includes(relation))) return [];
    const truth = lower({ kind: "indicator", condition, span }, world, { env });
    return truth.ok ? truth.value.nodes : [];
  });
}
