import type { Derivation, Step } from "../derivation/Derivation";
import { changedParts } from "../formula/changedParts";
import type { Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { sameTree } from "../formula/sameTree";
import { mapParts } from "../formula/traverse";
import { checkStep } from "./checkStep";
import type { OpenedStep, SmallRule } from "./OpenedStep";
import { type KeyOf, type Known, type Rewrite, type RewriteName, rewritesFor } from "./rewrites";
import type { CheckOptions } from "./StepInput";
import type { Judging } from "./StepJudge";
import { type Surveyor, surveyor } from "./surveyor";
import { shapeKey } from "./tidy";
import type { Verdict } from "./Verdict";

/** Formulas looked at from either side, rewrites in a row, and formulas looked at in a whole document. */
const limits = { formulas: 60, depth: 3, document: 2000 } as const;

/** Longer formulas than this explain nothing. */
const longest = 260;

/**
 * The steps of a document that open into smaller ones, by their ids. A way is looked for by rewrites from both sides;
 * it counts only if every piece of it is judged to hold by the same judge as the step itself.
 */
export function smallerSteps(
  derivation: Derivation,
  verdicts: readonly (Verdict | null)[],
  { onStep, ...settings }: CheckOptions & Partial<Judging> & { readonly onStep?: () => void } = {
    seed: 1,
    samples: 48,
  },
): Readonly<Record<string, OpenedStep>> {
  const options = { judge: checkStep, ...settings };
  const bench = surveyor(derivation);
  const known: (Known & { readonly scope: number })[] = [];
  const opened: Record<string, OpenedStep> = {};
  const budget = { left: limits.document };
  derivation.steps.forEach((step, at) => {
    onStep?.();
    const [left, right] = [bench.line(step, "left")?.expression, bench.line(step, "right")?.expression];
    if (left == null || right == null || step.relation !== "=" || step.asPublished) return;
    if (verdicts[at]?.kind === "holds") {
      const found = open(step, left, right, known, bench, options, budget);
      if (found !== null) opened[step.id] = found;
    }
    const isNamed = left.kind === "derivative" || (left.kind === "call" && left.primes > 0);
    if (isNamed && (verdicts[at]?.kind === "holds" || step.role === "given"))
      known.push({ left, right, scope: step.scope });
  });
  return opened;
}

function open(
  step: Step,
  left: Expression,
  right: Expression,
  known: readonly Known[],
  bench: Surveyor,
  options: Judging,
  budget: Budget,
): OpenedStep | null {
  const surveyed = bench.scope(step.scope);
  // What stands on the left of the step itself explains nothing.
  const { canonical } = surveyed.survey;
  const keyOf = (expression: Expression) => shapeKey(renamed(expression, canonical));
  const usable = known.filter((one) => keyOf(one.left) !== keyOf(left));
  const rewrites = rewritesFor(surveyed.source.scope, usable, keyOf);
  // Where one part alone changed, what is around it stands still.
  const { left: before, right: after } = changedParts(left, right);
  const [from, to] = before.length === 1 && after.length === 1 ? [before[0] ?? left, after[0] ?? right] : [left, right];
  const way = findWay(from, to, rewrites, keyOf, budget)?.map(({ expression, rule }) => ({
    expression: expression === to ? right : withPart(left, from, expression),
    rule,
  }));
  const last = way?.at(-1);
  if (way === undefined || way.length < 2 || last === undefined) return null;
  const holds = way.every(({ expression }, at) => {
    const before = at === 0 ? left : (way[at - 1]?.expression ?? left);
    const verdict = options.judge(
      {
        left: before,
        right: expression,
        relation: "=",
        headVariable: bench.head(step),
        conditions: step.conditions,
      },
      surveyed,
      options,
    );
    return verdict.kind === "holds" && verdict.samples > 0;
  });
  const between = way.slice(0, -1).map(({ expression, rule }) => ({ tex: print(expression), rule: said(rule) }));
  return holds && between.every(({ tex }) => tex.length <= longest) ? { between, last: said(last.rule) } : null;
}

function said({ code, about }: RewriteName): SmallRule {
  return { code, tex: about === null ? null : print(about) };
}

interface Budget {
  left: number;
}

/** Names of one thing are one name: ŷ = a. */
function renamed(expression: Expression, canonical: (name: string) => string): Expression {
  const inner = mapParts(expression, (part) => renamed(part, canonical));
  return inner.kind === "variable" ? { ...inner, name: canonical(inner.name) } : inner;
}

function withPart(whole: Expression, old: Expression, part: Expression): Expression {
  return whole === old ? part : mapParts(whole, (inner) => withPart(inner, old, part));
}

interface Reached {
  readonly expression: Expression;
  readonly depth: number;
  readonly from: string | null;
  readonly rewrite: Rewrite | null;
}

interface WayPoint {
  readonly expression: Expression;
  readonly rule: RewriteName;
}

/** The shortest way from one formula to the other: each point with the rule that leads to it, the goal last. */
function findWay(
  left: Expression,
  right: Expression,
  rewrites: readonly Rewrite[],
  keyOf: KeyOf,
  budget: Budget,
): readonly WayPoint[] | null {
  const [start, goal] = [keyOf(left), keyOf(right)];
  if (start === goal) return null;
  const reversible = rewrites.filter(({ back: name }) => name !== null);
  const there = new Map<string, Reached>([[start, { expression: left, depth: 0, from: null, rewrite: null }]]);
  const back = new Map<string, Reached>([[goal, { expression: right, depth: 0, from: null, rewrite: null }]]);
  let [frontThere, frontBack]: [readonly string[], readonly string[]] = [[start], [goal]];
  for (let depth = 0; depth < limits.depth; depth += 1) {
    frontThere = spread(there, frontThere, rewrites, keyOf, budget);
    const met = nearest(frontThere, back);
    if (met !== undefined) return join(met, there, back, right);
    frontBack = spread(back, frontBack, reversible, keyOf, budget);
    const other = nearest(frontBack, there);
    if (other !== undefined) return join(other, there, back, right);
  }
  return null;
}

/** Of the formulas reached from both sides the one with the shortest way. */
function nearest(front: readonly string[], other: ReadonlyMap<string, Reached>): string | undefined {
  const depthOf = (key: string) => other.get(key)?.depth ?? Number.POSITIVE_INFINITY;
  return front.filter((key) => other.has(key)).toSorted((a, b) => depthOf(a) - depthOf(b))[0];
}

function spread(
  reached: Map<string, Reached>,
  front: readonly string[],
  rewrites: readonly Rewrite[],
  keyOf: KeyOf,
  budget: Budget,
): readonly string[] {
  const next: string[] = [];
  for (const from of front)
    for (const rewrite of rewrites) {
      const before = reached.get(from)?.expression;
      const depth = (reached.get(from)?.depth ?? 0) + 1;
      for (const expression of before === undefined ? [] : rewrite.apply(before)) {
        if (reached.size >= limits.formulas || budget.left <= 0) return next;
        const key = keyOf(expression);
        if (reached.has(key) || key.length > 2 * longest) continue;
        budget.left -= 1;
        reached.set(key, { expression, depth, from, rewrite });
        next.push(key);
      }
    }
  return next;
}

function join(
  met: string,
  there: ReadonlyMap<string, Reached>,
  back: ReadonlyMap<string, Reached>,
  right: Expression,
): readonly WayPoint[] {
  const points: WayPoint[] = [];
  for (let at = there.get(met); at?.rewrite != null && at.from !== null; at = there.get(at.from))
    points.unshift({ expression: at.expression, rule: at.rewrite.there });
  for (let at = back.get(met); at?.rewrite != null && at.from !== null; at = back.get(at.from)) {
    const next = back.get(at.from);
    if (next !== undefined && at.rewrite.back !== null)
      points.push({ expression: next.expression, rule: at.rewrite.back });
  }
  const last = points.at(-1);
  // Where the way ends at the goal but for the order of its terms, the goal itself is its last point.
  return last === undefined || sameTree(last.expression, right)
    ? points
    : [...points.slice(0, -1), { expression: right, rule: last.rule }];
}
