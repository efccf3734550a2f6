import type { Condition, Expression, Product, Variable } from "../formula/Expression";
import type { NodeId } from "./Graph";
import { indexCondition } from "./indexValue";
import { lowerCall } from "./lowerCall";
import { lowerCases, lowerIndicator } from "./lowerCases";
import { lowerDerivative, lowerPrime, lowerStrictPartial } from "./lowerDerivative";
import { lowerIndexed } from "./lowerIndexed";
import { lowerVariable } from "./lowerVariable";
import { type Refusal, RefusalError } from "./Refusal";
import { replaceNode } from "./replaceNode";
import { isScalar, scalar, type Tensor } from "./Tensor";
import { elementwise, mapEntries, multiply, transpose } from "./tensorArithmetic";
import { type Context, emptyTrace, type Trace, type World } from "./World";
import { wholeFormula } from "./wholeFormula";

export interface LoweringOptions {
  readonly env?: ReadonlyMap<string, number>;
  readonly headVariable?: Variable | null;
  readonly strictPartials?: boolean;
  readonly heldMembers?: boolean;
  readonly trace?: Trace;
}

export type Lowered = { readonly ok: true; readonly value: Tensor } | { readonly ok: false; readonly refusal: Refusal };

/** A formula as nodes of the world's graph, at given values of its free indices. */
export function lower(expression: Expression, world: World, options: LoweringOptions = {}): Lowered {
  try {
    return { ok: true, value: lowerIn(wholeFormula(expression, world.looks), contextOf(world, options)) };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    if (error instanceof RangeError)
      return { ok: false, refusal: { code: "too-large", detail: "", span: expression.span } };
    throw error;
  }
}

/** π to 60 digits: twice what double-double holds. */
const pi = "3.14159265358979323846264338327950288419716939937510582097494";

/** Truth of a condition on indices under an assignment; null where it is not about indices alone. */
export function holdsForIndices(condition: Condition, world: World, env: ReadonlyMap<string, number>): boolean | null {
  return indexCondition(condition, contextOf(world, { env }));
}

function contextOf(world: World, options: LoweringOptions): Context {
  return {
    world,
    env: options.env ?? new Map(),
    locals: new Map(),
    headVariable: options.headVariable ?? null,
    movingOnly: null,
    inDefinition: false,
    strictPartials: options.strictPartials ?? false,
    heldMembers: options.heldMembers ?? false,
    trace: options.trace ?? emptyTrace(),
    lower: lowerIn,
  };
}

/** A document whose formulas need more nodes than this is refused rather than computed for minutes. */
const mostNodes = 400_000;

/** A matrix with more entries is refused: each of them is compared on its own. */
const mostEntries = 400;

function lowerIn(expression: Expression, context: Context): Tensor {
  const { builder } = context.world;
  if (builder.nodes.length > mostNodes) throw new RefusalError("too-large", "", expression.span);
  switch (expression.kind) {
    case "number":
      return scalar(builder.constant(expression.text));
    case "constant":
      return scalar(constant(expression.name, expression, context));
    case "variable":
      return lowerVariable(expression, context);
    case "sum":
      return expression.terms
        .map((term) => lowerIn(term, context))
        .reduce((left, right) => elementwise(builder, "add", left, right, expression.span));
    case "negative":
      return mapEntries(lowerIn(expression.operand, context), (node) => builder.apply("negate", [node]));
    case "product":
      return lowerProduct(expression, context);
    case "quotient":
      return elementwise(
        builder,
        "divide",
        lowerIn(expression.numerator, context),
        lowerIn(expression.denominator, context),
        expression.span,
      );
    case "power":
      return lowerPower(expression.base, expression.exponent, expression, context);
    case "call":
      return lowerCall(expression, context);
    case "derivative": {
      const strict =
        context.strictPartials && expression.style === "partial" ? lowerStrictPartial(expression, context) : null;
      return strict ?? lowerDerivative(expression, context);
    }
    case "prime":
      return lowerPrime(expression, context);
    case "evaluated":
      return lowerEvaluated(expression.operand, expression.variable, expression.value, context);
    case "indexed":
      return lowerIndexed(expression, context);
    case "cases":
      return lowerCases(expression, context);
    case "indicator":
      return lowerIndicator(expression, context);
    case "matrix":
      return lowerMatrix(expression.rows, expression, context);
    case "transpose":
      return transpose(lowerIn(expression.operand, context));
    case "norm":
      return norm(lowerIn(expression.operand, context), expression.order, context);
  }
}

function constant(name: "e" | "pi" | "infinity", expression: Expression, context: Context): NodeId {
  const { builder } = context.world;
  if (name === "e") return builder.apply("exp", [builder.constant(1)]);
  if (name === "pi") return builder.constant(pi);
  throw new RefusalError("unsupported", "∞", expression.span);
}

function lowerProduct(expression: Product, context: Context): Tensor {
  const { builder } = context.world;
  const factors = expression.factors.map((factor) => lowerIn(factor, context));
  if (expression.style === "hadamard")
    return factors.reduce((left, right) => elementwise(builder, "multiply", left, right, expression.span));
  return factors.reduce((left, right, at) => {
    const isSlope = expression.factors.slice(0, at).some((factor) => factor.kind === "derivative");
    const isDot = [expression.factors[at - 1], expression.factors[at]].every((factor) => factor?.kind === "variable");
    const row = (isSlope || isDot) && fitsAsRow(left, right, isDot) ? transpose(left) : left;
    return multiply(builder, row, right, expression.span);
  });
}

/** ∂L/∂a is a row where a Jacobian follows, ∂L/∂a ∂a/∂z; and a · b of two symbols is their dot product. */
function fitsAsRow(left: Tensor, right: Tensor, isDot: boolean): boolean {
  const [size] = left.shape;
  return left.shape.length === 1 && size !== 1 && right.shape[0] === size && right.shape.length === (isDot ? 1 : 2);
}

/** e^x is exp(x): its own node, so that stable forms can be seen. */
function lowerPower(base: Expression, exponent: Expression, expression: Expression, context: Context): Tensor {
  const { builder } = context.world;
  const raised = lowerIn(exponent, context);
  if (base.kind === "constant" && base.name === "e") return mapEntries(raised, (node) => builder.apply("exp", [node]));
  const under = lowerIn(base, context);
  if (!isScalar(under) && under.shape.length === 2)
    throw new RefusalError("unsupported", "a power of a matrix", expression.span);
  return elementwise(builder, "power", under, raised, expression.span);
}

/** The operand with one symbol replaced by a value everywhere below it. */
function lowerEvaluated(operand: Expression, variable: Expression, value: Expression, context: Context): Tensor {
  const { builder } = context.world;
  const result = lowerIn(operand, context);
  const point = lowerIn(variable, context).nodes[0] as NodeId;
  const replacement = lowerIn(value, context).nodes[0] as NodeId;
  return mapEntries(result, (node) => replaceNode(builder, node, point, replacement));
}

function lowerMatrix(rows: readonly (readonly Expression[])[], expression: Expression, context: Context): Tensor {
  const columns = rows[0]?.length ?? 0;
  if (rows.length * columns > mostEntries) throw new RefusalError("too-large", "", expression.span);
  const nodes = rows.flat().map((entry) => {
    const value = lowerIn(entry, context);
    if (!isScalar(value)) throw new RefusalError("shape", "a matrix entry", entry.span);
    return value.nodes[0] as NodeId;
  });
  if (rows.some((row) => row.length !== columns))
    throw new RefusalError("shape", "rows of different length", expression.span);
  return { shape: columns === 1 ? [rows.length] : [rows.length, columns], nodes };
}

function norm(tensor: Tensor, order: 1 | 2 | "infinity", context: Context): Tensor {
  const { builder } = context.world;
  const sum = (nodes: readonly NodeId[]) => (nodes.length === 1 ? (nodes[0] as NodeId) : builder.apply("add", nodes));
  const sizes = tensor.nodes.map((node) => builder.apply("abs", [node]));
  if (order === 1) return scalar(sum(sizes));
  if (order === "infinity") return scalar(builder.apply("max", sizes));
  return scalar(builder.apply("sqrt", [sum(tensor.nodes.map((node) => builder.apply("multiply", [node, node])))]));
}
