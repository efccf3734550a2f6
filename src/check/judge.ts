import { type ExactValues, evaluateExact, reusedMemory } from "../calculus/evaluateExact";
import type { NodeId } from "../calculus/Graph";
import { inputsBelow } from "../calculus/inputsBelow";
import type { Leaf, World } from "../calculus/World";
import type { Relation } from "../formula/Expression";
import { oneSidedBranches } from "./branches";
import type { Domain } from "./Domain";
import type { Pair } from "./Question";
import { type Regime, type SamplePlan, samplePoints } from "./samplePoints";

/** What the points say of a step under one reading. */
export interface Finding {
  readonly kind: "agree" | "differ" | "partly" | "undecided";
  /** Informative points, of the index assignment that has fewest. */
  readonly samples: number;
  readonly largestDifference: number;
  /** Where the sides differ ("differ"), or where one is undefined ("partly"). */
  readonly at: Witness | null;
  readonly undefinedPoints: number;
  /** Points that do not meet the document's assumptions, as 0 < ŷ < 1 of a ŷ = wx + b. */
  readonly unmetPoints: number;
  readonly points: number;
  /** Both sides were 0 wherever they were compared: they agree about nothing. */
  readonly onlyZero: boolean;
  /** Operations with branches (abs, max, min, a case) of which the points reached one side only. */
  readonly oneSided: readonly string[];
}

export interface Witness {
  readonly pair: Pair;
  readonly inputs: Readonly<Record<string, number>>;
  readonly left: number;
  readonly right: number;
}

export interface JudgeOptions {
  readonly domains: (leaf: Leaf) => Domain;
  readonly constraints: (pair: Pair) => readonly NodeId[];
  readonly relation: Relation;
  readonly key: string;
  readonly seed: number;
  readonly core: number;
  /** Half a unit of the last printed place, where one side is a printed decimal; else 0. */
  readonly tolerance: number;
  /** Whether the sides agree is all that is asked: where they differ, no counterexample is looked for. */
  readonly merely?: boolean;
}

/** Nothing of an evaluation outlives the comparison that it is made for. */
const scratch = reusedMemory();

const leastInformative = 24;
const leastCore = 8;
/** Work is bounded by values computed: nodes × points. */
const mostValues = 12_000_000;

/** Both sides at all points of the plan, in double-double with error bounds. */
export function judge(pairs: readonly Pair[], world: World, options: JudgeOptions): Finding {
  const constraints = pairs.map(options.constraints);
  const outputs = [...new Set([...pairs.flatMap(({ left, right }) => [left, right]), ...constraints.flat()])];
  const { inputs, size } = inputsBelow(world.builder.nodes, outputs);
  const leaves = inputs.map((node) => world.leaves.get(node)).filter((leaf): leaf is Leaf => leaf !== undefined);
  const core = size * 200 > mostValues ? 24 : options.core;
  const planned = (narrow: boolean): SamplePlan =>
    leaves.length === 0
      ? { columns: [], regimes: ["core"] }
      : samplePoints({
          domains: leaves.map(options.domains),
          constants: constantsBelow(world, outputs),
          key: options.key,
          seed: options.seed,
          core,
          narrow,
        });
  const plan = planned(false);
  if (size * plan.regimes.length > mostValues * 4) return undecided(plan.regimes.length);
  if (options.merely === true && leaves.length > 0) {
    const few = compare(pairs, constraints, outputs, leaves, firstOf(plan), world, options);
    if (few.kind === "differ") return few;
  }
  const wide = compare(pairs, constraints, outputs, leaves, plan, world, options);
  const finding =
    wide.kind === "undecided" && leaves.length > 0
      ? compare(pairs, constraints, outputs, leaves, planned(true), world, options)
      : wide;
  if (finding.kind !== "differ" || leaves.length === 0 || options.merely === true) return finding;
  const simple = compare(pairs, constraints, outputs, leaves, simplePlan(leaves, options), world, options);
  return simple.kind === "differ" ? { ...finding, at: simple.at } : finding;
}

/** Most readings that do not hold fail at the first points already. */
const firstFew = 8;

function firstOf({ columns, regimes }: SamplePlan): SamplePlan {
  return { columns: columns.map((column) => column.subarray(0, firstFew)), regimes: regimes.slice(0, firstFew) };
}

function undecided(points: number): Finding {
  return {
    kind: "undecided",
    samples: 0,
    largestDifference: 0,
    at: null,
    undefinedPoints: 0,
    unmetPoints: 0,
    points,
    onlyZero: false,
    oneSided: [],
  };
}

function compare(
  pairs: readonly Pair[],
  constraints: readonly (readonly NodeId[])[],
  outputs: readonly NodeId[],
  leaves: readonly Leaf[],
  plan: SamplePlan,
  world: World,
  options: JudgeOptions,
): Finding {
  const count = plan.regimes.length;
  const columns = Object.fromEntries(leaves.map((leaf, at) => [leaf.key, plan.columns[at] as Float64Array]));
  const values = evaluateExact(world.builder.nodes, outputs, columns, count, new Map(), scratch);
  const place = new Map(outputs.map((node, at) => [node, at]));
  const column = (node: NodeId) => values.outputs[place.get(node) as number] as ExactValues;
  const undefinedThere = (node: NodeId, point: number) =>
    values.whyUndefined(place.get(node) as number, point)?.cause === "undefined";

  let largestDifference = 0;
  let fewest = Number.POSITIVE_INFINITY;
  let fewestCore = Number.POSITIVE_INFINITY;
  let undefinedPoints = 0;
  let unmetPoints = 0;
  let onlyZero = true;
  let differs: { pair: number; point: number; weight: number } | null = null;
  let partly: { pair: number; point: number } | null = null;

  pairs.forEach((pair, at) => {
    const [left, right] = [column(pair.left), column(pair.right)];
    const filters = (constraints[at] ?? []).map(column);
    let informative = 0;
    let informativeCore = 0;
    let undefinedHere = 0;
    for (let point = 0; point < count; point += 1) {
      if (filters.some((filter) => filter.hi[point] !== 1)) {
        unmetPoints += 1;
        continue;
      }
      const [l, r] = [left.hi[point] as number, right.hi[point] as number];
      if (Number.isNaN(l) || Number.isNaN(r)) {
        undefinedPoints += 1;
        undefinedHere += 1;
        if (Number.isNaN(l) === Number.isNaN(r) || partly !== null || !generic(plan.regimes[point])) continue;
        if (undefinedThere(Number.isNaN(l) ? pair.left : pair.right, point)) partly = { pair: at, point };
        continue;
      }
      const bound = (left.bound[point] as number) + (right.bound[point] as number);
      if (!Number.isFinite(bound)) continue;
      onlyZero &&= l === 0 && r === 0;
      const signed = l - r + ((left.lo[point] as number) - (right.lo[point] as number));
      const size = Math.max(Math.abs(l), Math.abs(r));
      const difference = violation(options.relation, signed);
      const isStrict = options.relation === "<" || options.relation === ">";
      if (difference > 4 * bound + options.tolerance || (isStrict && signed === 0 && bound === 0)) {
        const weight = plan.regimes[point] === "core" ? 0 : 1;
        if (differs === null || weight < differs.weight) differs = { pair: at, point, weight };
        largestDifference = Math.max(largestDifference, difference / Math.max(1, size));
        continue;
      }
      // Which side is the greater is not known within the bound: no point for < or >.
      if (isStrict && Math.abs(signed) <= 4 * bound) continue;
      if (bound >= 2 ** -40 * Math.max(size, 2 ** -20)) continue;
      largestDifference = Math.max(largestDifference, difference / Math.max(1, size));
      informative += 1;
      if (generic(plan.regimes[point])) informativeCore += 1;
    }
    // At such indices nothing can be compared, as μ_0 = 0/0 of a mean μ_n: the others decide, where both are defined.
    if (undefinedHere === count && partly !== null && pairs.length > 1) return;
    fewest = Math.min(fewest, informative);
    fewestCore = Math.min(fewestCore, informativeCore);
  });

  const witness = (found: { pair: number; point: number }): Witness => {
    const pair = pairs[found.pair] as Pair;
    const below = new Set(inputsBelow(world.builder.nodes, [pair.left, pair.right]).inputs);
    const inputs: Record<string, number> = {};
    leaves.forEach((leaf, at) => {
      if ([...below].some((node) => world.leaves.get(node)?.key === leaf.key))
        inputs[leaf.key] = plan.columns[at]?.[found.point] as number;
    });
    return {
      pair,
      inputs,
      left: column(pair.left).hi[found.point] as number,
      right: column(pair.right).hi[found.point] as number,
    };
  };
  const base = {
    samples: Number.isFinite(fewest) ? fewest : 0,
    largestDifference,
    undefinedPoints,
    unmetPoints,
    points: count * pairs.length,
    onlyZero,
    oneSided: oneSidedBranches(world.builder.nodes, outputs, values),
  };
  if (differs !== null) return { ...base, kind: "differ", at: witness(differs) };
  const enough = leaves.length === 0 ? fewest >= 1 : fewest >= leastInformative && fewestCore >= leastCore;
  if (pairs.length === 0 || !enough)
    return { ...base, kind: "undecided", at: partly === null ? null : witness(partly) };
  return partly === null ? { ...base, kind: "agree", at: null } : { ...base, kind: "partly", at: witness(partly) };
}

/** How far a pair of values is from obeying the relation: |l − r| for an equation. */
function violation(relation: Relation, signed: number): number {
  switch (relation) {
    case "≤":
    case "<":
      return Math.max(0, signed);
    case "≥":
    case ">":
      return Math.max(0, -signed);
    default:
      return Math.abs(signed);
  }
}

function generic(regime: Regime | undefined): boolean {
  return regime === "core" || regime === "unit" || regime === "positive";
}

/** Numbers written in the step, for the rings around them. */
function constantsBelow(world: World, outputs: readonly NodeId[]): readonly number[] {
  const { constants } = inputsBelow(world.builder.nodes, outputs);
  return [...new Set(constants.map(Math.abs))].filter((value) => value !== 0 && value !== 1 && value < 1e6);
}

const smallNumbers = [1, 2, 0.5, 3, -1, 0.25, -2, 1.5, 4, -0.5, 0.75];

/** Points of small numbers, simplest first: what a reader can follow by hand. */
function simplePlan(leaves: readonly Leaf[], options: JudgeOptions): SamplePlan {
  const rows: number[][] = [];
  for (let shift = 0; shift < smallNumbers.length; shift += 1)
    for (const stride of [1, 2, 3, 5])
      rows.push(
        leaves.map((leaf, at) => {
          const domain = options.domains(leaf);
          if (domain.values !== null) return domain.values[(at * stride + shift) % domain.values.length] ?? 0;
          const ordered = smallNumbers.map(
            (_, k) => smallNumbers[(at * stride + shift + k) % smallNumbers.length] as number,
          );
          const inside = (value: number) => value > domain.low && value < domain.high;
          return (
            ordered.find(inside) ??
            (Number.isFinite(domain.low + domain.high)
              ? (domain.low + domain.high) / 2
              : Number.isFinite(domain.low)
                ? domain.low + 1
                : domain.high - 1)
          );
        }),
      );
  return {
    columns: leaves.map((_, at) => Float64Array.from(rows, (row) => row[at] as number)),
    regimes: rows.map(() => "core" as const),
  };
}
