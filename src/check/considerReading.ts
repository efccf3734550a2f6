import type { NodeId } from "../calculus/Graph";
import type { Leaf } from "../calculus/World";
import { print } from "../formula/print";
import { confirmDerivatives } from "./confirmDerivatives";
import { type Domain, intersect } from "./Domain";
import { constraintNodes, domainOf, withinLength } from "./inferDomains";
import { type Finding, type JudgeOptions, judge } from "./judge";
import type { Reading } from "./otherReadings";
import { printedTolerance } from "./printedDecimals";
import { type Pair, type Posed, pose } from "./Question";
import type { CheckOptions, StepInput } from "./StepInput";
import type { Remark } from "./Verdict";

export type Considered =
  | { readonly kind: "refused"; readonly code: string; readonly detail: string }
  | { readonly kind: "judged"; readonly finding: Finding; readonly posed: Posed; readonly disagreement: Remark | null };

/**
 * Poses and judges a step under one reading.
 *
 * @param merely asks only whether the sides agree; see `JudgeOptions`.
 */
export function considerReading(
  reading: Reading,
  step: StepInput,
  options: CheckOptions,
  tolerance?: number,
  merely = false,
): Considered {
  const { scope } = reading.surveyed.source;
  const posing = pose(
    reading.question,
    scope.assumptions.map(({ condition }) => condition),
  );
  if (!posing.ok) return { kind: "refused", code: posing.refusal.code, detail: posing.refusal.detail };
  const { posed } = posing;
  const { world } = posed;
  const cache = new Map<string, Domain>();
  const domains = (leaf: Leaf): Domain => {
    const known = cache.get(leaf.key);
    if (known !== undefined) return known;
    const declared = intersect(domainOf(leaf, scope, world.canonical), withinLength(leaf, world));
    const extra = reading.restrict(leaf);
    const domain = extra === null ? declared : reading.replacesDomains === true ? extra : intersect(declared, extra);
    cache.set(leaf.key, domain);
    return domain;
  };
  const constraints = (pair: Pair): readonly NodeId[] =>
    scope.assumptions.length === 0 ? [] : constraintNodes(scope.assumptions, world, pair.indices);
  const judgeOptions: JudgeOptions = {
    domains,
    constraints,
    relation: step.relation,
    key: `${print(step.left)}=${print(step.right)}`,
    seed: options.seed,
    core: options.samples,
    merely,
    tolerance: tolerance ?? printedTolerance(step.left, step.right, step.relation),
  };
  const finding = judge(posed.pairs, world, judgeOptions);
  const isUnconfirmed = finding.kind === "undecided" || (merely && finding.kind === "differ");
  const disagreement = isUnconfirmed ? null : confirmDerivatives(posed, domains, options.seed);
  return { kind: "judged", finding, posed, disagreement };
}

/** 0 = 0 because nothing flows from the variable to what is differentiated. */
export function isVacuous({ pairs, trace, world }: Posed): boolean {
  if (trace.severed.length === 0) return false;
  const zero = (node: NodeId): boolean => {
    const found = world.builder.nodes[node];
    if (found === undefined) return false;
    if (found.op === "constant") return Number(found.text) === 0;
    if (found.op === "multiply") return found.args.some(zero);
    if (found.op === "add") return found.args.every(zero);
    if (found.op === "negate") return found.args.every(zero);
    return found.op === "divide" && zero(found.args[0] as NodeId);
  };
  return pairs.every(({ left, right }) => zero(left) && zero(right));
}
