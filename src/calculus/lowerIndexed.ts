import type { Expression, IndexedSum } from "../formula/Expression";
import type { NodeId } from "./Graph";
import { isNumberIn } from "./indexFunctions";
import { indexCondition, indexValue, tryIndexValue } from "./indexValue";
import { RefusalError } from "./Refusal";
import { lettersOf, slotUses } from "./slotUses";
import type { Tensor } from "./Tensor";
import { combine } from "./tensorArithmetic";
import type { Context } from "./World";

/** A document that sums to more than this is refused with the place. */
const mostTerms = 2000;

/** Σ, Π, max, min over an index: one node over all its terms. */
export function lowerIndexed(expression: IndexedSum, context: Context): Tensor {
  const terms: Tensor[] = [];
  if (isNumberIn(expression.body, expression.index)) noteLimits(expression, context);
  for (const value of indexValues(expression, context)) {
    context.world.terms.left -= 1;
    if (context.world.terms.left < 0) throw new RefusalError("too-many-terms", "", expression.span);
    const env = new Map(context.env).set(expression.index, value);
    const inner = { ...context, env };
    if (expression.condition !== null) {
      const truth = indexCondition(expression.condition, inner);
      if (truth === null) throw new RefusalError("index-not-a-number", expression.index, expression.span);
      if (!truth) continue;
    }
    terms.push(context.lower(expression.body, inner));
  }
  return fold(expression, terms, context);
}

/** Where the index is a number in the terms, so is the limit that it runs to. */
function noteLimits({ upper }: IndexedSum, { env, locals, world, trace }: Context): void {
  for (const letter of upper === null ? [] : lettersOf(upper)) {
    const limit = env.has(letter) || locals.has(letter) ? null : world.ranges.limit(letter);
    if (limit !== null) trace.counted.set(letter, limit);
  }
}

function fold(expression: IndexedSum, terms: readonly Tensor[], context: Context): Tensor {
  const { builder } = context.world;
  const only = terms[0];
  if (only === undefined) {
    if (expression.operation === "sum") return { shape: [], nodes: [builder.constant(0)] };
    if (expression.operation === "product") return { shape: [], nodes: [builder.constant(1)] };
    throw new RefusalError("index-not-a-number", expression.index, expression.span);
  }
  if (terms.length === 1) return only;
  const columns = terms.map((term) => {
    if (term.shape.length !== only.shape.length) throw new RefusalError("shape", expression.index, expression.span);
    return term.nodes;
  });
  const nodes = only.nodes.map((_, at) => {
    const args = columns.map((column) => column[at] as NodeId);
    if (expression.operation === "sum") return builder.apply("add", args);
    if (expression.operation === "product")
      return args.reduce((left, right) => combine(builder, "multiply", left, right));
    return builder.apply(expression.operation, args);
  });
  return { shape: only.shape, nodes };
}

function indexValues(expression: IndexedSum, context: Context): readonly number[] {
  const { lower, upper } = countedFromOne(expression);
  const first = lower === null ? 1 : indexValue(lower, context);
  const last =
    upper === null || (upper.kind === "constant" && upper.name === "infinity")
      ? rangeEnd(expression, context)
      : limitOf(upper, context);
  if (upper?.kind === "constant") throw new RefusalError("unsupported", "an infinite sum", upper.span);
  if (last < first - 1) context.trace.backwards.add(expression.index);
  if (last - first + 1 > mostTerms) throw new RefusalError("too-many-terms", String(last - first + 1), expression.span);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}

/** Σ_{j=0}^{K−1} a_j names its K terms from 0: the same sum as from 1 to K, unless j is a number in the terms. */
function countedFromOne({ index, lower, upper, body }: IndexedSum): Pick<IndexedSum, "lower" | "upper"> {
  if (lower?.kind !== "number" || Number(lower.text) !== 0 || upper?.kind !== "sum") return { lower, upper };
  const [limit, shift] = upper.terms;
  const isBeforeLimit =
    upper.terms.length === 2 && limit?.kind === "variable" && shift?.kind === "negative" && isOne(shift.operand);
  return isBeforeLimit && !isNumberIn(body, index) ? { lower: null, upper: limit } : { lower, upper };
}

function isOne(expression: Expression): boolean {
  return expression.kind === "number" && Number(expression.text) === 1;
}

function limitOf(upper: Expression, context: Context): number {
  const value = tryIndexValue(upper, context);
  if (value === null)
    throw new RefusalError("index-not-a-number", upper.kind === "variable" ? upper.name : "", upper.span);
  return value;
}

/** Without bounds the index runs as far as the slots where the body uses it. */
function rangeEnd(expression: IndexedSum, context: Context): number {
  const use = slotUses([expression.body]).find((one) => one.kind === "slot" && one.letter === expression.index);
  if (use?.kind === "slot") return context.world.ranges.slotSize(context.world.canonical(use.name), use.position);
  const size = context.world.ranges.letterSize(expression.index);
  if (size !== null) return size;
  const letters = expression.condition?.sides.flatMap(lettersOf) ?? [];
  for (const letter of letters) {
    const other = context.world.ranges.letterSize(letter);
    if (other !== null) return other;
  }
  throw new RefusalError("lost-index", expression.index, expression.span);
}
