import type { Derivative, Expression, Prime, Variable } from "../formula/Expression";
import type { Span } from "../formula/Span";
import { differentiateBy } from "./differentiateBy";
import { definitionFor, entry } from "./entries";
import { freeVariables } from "./freeVariables";
import type { NodeId } from "./Graph";
import { indexValue } from "./indexValue";
import { RefusalError } from "./Refusal";
import { scalar, shapeText, type Tensor } from "./Tensor";
import type { Context, Survey } from "./World";

/**
 * ∂of/∂by: `by` is cut from its own definition, everything else flows through definitions. Differentiating by an
 * expression means by the node that the expression is, wherever `of` contains it.
 */
export function lowerDerivative(expression: Derivative, context: Context): Tensor {
  if (expression.style === "gradient") return gradient(expression, context);
  let value = context.lower(expression.of, context);
  for (const written of expression.by) {
    // ∂²f/∂w∂w^T: the second axis is a row, its entries are those of w.
    const by = written.kind === "transpose" ? written.operand : written;
    const targets = context.lower(by, { ...context, movingOnly: null });
    const lowered = targets.shape.length === 0 ? [target(by, context)] : targets.nodes;
    if (targets.shape.length > 0 && value.shape.length > 0) {
      value = jacobian(value, targets, expression, by, context);
      continue;
    }
    if (targets.shape.length > 0) {
      const of = value.nodes[0] as NodeId;
      value = { shape: targets.shape, nodes: slopesBy(of, lowered, expression.of, by, context) };
      continue;
    }
    const point = lowered[0] as NodeId;
    value = {
      shape: value.shape,
      nodes: value.nodes.map((node) => {
        const slope = differentiateBy(node, point, context);
        if (slope !== null) context.trace.flowing.add(by);
        return slope ?? severed(expression.of, by, context);
      }),
    };
  }
  return value;
}

function gradient(expression: Derivative, context: Context): Tensor {
  const [by] = expression.by;
  if (by === undefined) return gradientByParameters(expression, context);
  const of = number(context.lower(expression.of, context), expression.span);
  const targets = context.lower(by, context);
  return { shape: targets.shape, nodes: slopesBy(of, targets.nodes, expression.of, by, context) };
}

/** ∇f and ∇f(x): by the function's parameters, at the arguments; several numbers make one column. */
function gradientByParameters({ of, span }: Derivative, context: Context): Tensor {
  const parameters = gradientParameters(of, context.world);
  if (parameters === null) throw new RefusalError("derivative-by", "∇", span);
  const args = of.kind === "call" ? of.args : parameters;
  const call: Expression = { kind: "call", name: nameOf(of), args, primes: 0, indices: [], span };
  const value = number(context.lower(call, context), span);
  const targets = args.map((arg) => ({ arg, at: context.lower(arg, context) }));
  const slopes = targets.flatMap(({ arg, at }) => slopesBy(value, at.nodes, of, arg, context));
  const [only] = targets;
  return targets.length === 1 && only !== undefined && only.at.shape.length > 0
    ? { shape: only.at.shape, nodes: slopes }
    : { shape: slopes.length === 1 ? [] : [slopes.length], nodes: slopes };
}

/** What ∇f is by: the parameters of f's definition. Null where f is not known as a function. */
export function gradientParameters(of: Expression, { definitions, canonical }: Survey): readonly Expression[] | null {
  if (of.kind !== "variable" && of.kind !== "call") return null;
  return (definitions.get(canonical(of.name)) ?? []).findLast((one) => one.parameters.length > 0)?.parameters ?? null;
}

function nameOf(of: Expression): string {
  return of.kind === "variable" || of.kind === "call" ? of.name : "";
}

function number(tensor: Tensor, span: Span): NodeId {
  if (tensor.shape.length > 0) throw new RefusalError("shape", `∇ of ${shapeText(tensor)}`, span);
  return tensor.nodes[0] as NodeId;
}

/** ∂(column)/∂(column): a row for each entry of the numerator. */
function jacobian(value: Tensor, targets: Tensor, { of, span }: Derivative, by: Expression, context: Context): Tensor {
  if (value.shape.length !== 1 || targets.shape.length !== 1)
    throw new RefusalError("unsupported", "a derivative with more than two axes", span);
  const nodes = value.nodes.flatMap((node) => slopesBy(node, targets.nodes, of, by, context));
  return { shape: [value.nodes.length, targets.nodes.length], nodes };
}

/** ∂of by each entry of a vector; noted as severed only where nothing flows from any of them. */
function slopesBy(
  of: NodeId,
  points: readonly NodeId[],
  what: Expression,
  by: Expression,
  context: Context,
): readonly NodeId[] {
  const slopes = points.map((point) => differentiateBy(of, point, context));
  if (slopes.every((slope) => slope === null)) severed(what, by, context);
  return slopes.map((slope) => slope ?? context.world.builder.constant(0));
}

/** Zero, with a note of it, unless it is plainly zero: another entry of the same symbol. */
function severed(of: Expression, by: Expression, context: Context): NodeId {
  const entries = of.kind === "variable" && by.kind === "variable" && of.name === by.name;
  if (!entries) context.trace.severed.push({ of, by });
  return context.world.builder.constant(0);
}

/** The node that a derivative is taken by. */
function target(by: Expression, context: Context): NodeId {
  if (by.kind === "variable") {
    const local = context.locals.get(by.name);
    if (local !== undefined && by.indices.length === 0) return local.nodes[0] as NodeId;
    if (by.indices.length === 0 && context.env.has(by.name)) throw new RefusalError("derivative-by", by.name, by.span);
    return entry(by, context);
  }
  const value = context.lower(by, context);
  if (value.shape.length > 0) throw new RefusalError("derivative-by", "", by.span);
  return value.nodes[0] as NodeId;
}

/** ∂of/∂by with the other symbols of `of`'s own definition standing still: the strictly partial reading. */
export function lowerStrictPartial(expression: Derivative, context: Context): Tensor | null {
  const { of } = expression;
  const by = expression.by[0];
  if (of.kind !== "variable" || by?.kind !== "variable" || expression.by.length !== 1) return null;
  const { world } = context;
  const at = of.indices.map((index) => indexValue(index, context));
  const definition = definitionFor(world, world.canonical(of.name), at);
  if (definition === null) return null;
  const env = new Map(context.env);
  definition.indices.forEach((index, position) => {
    if (index.kind === "variable") env.set(index.name, at[position] as number);
  });
  const body = context.lower(definition.body, {
    ...context,
    env,
    locals: new Map(),
    movingOnly: by.name,
    inDefinition: true,
  });
  const node = differentiateBy(body.nodes[0] as NodeId, entry(by, context), context);
  return scalar(node ?? severed(of, by, context));
}

/** (…)': by the only free variable of the operand, else by the variable of the chain's head. */
export function lowerPrime(expression: Prime, context: Context): Tensor {
  const variable = primeVariable(expression, context);
  const point = entry(variable, context);
  let value = context.lower(expression.operand, context);
  for (let order = 0; order < expression.order; order += 1)
    value = {
      shape: value.shape,
      nodes: value.nodes.map(
        (node) => differentiateBy(node, point, context) ?? severed(expression.operand, variable, context),
      ),
    };
  return value;
}

/** What an undefined primed symbol is taken to depend on: u' of the product rule depends on the chain's variable. */
function primedBy(operand: Variable, { world }: Context): Variable | null {
  const dependencies = world.dependencies.get(world.canonical(operand.name)) ?? [];
  return dependencies.length === 1 ? (dependencies[0]?.by ?? null) : null;
}

function primeVariable(expression: Prime, context: Context): Variable {
  const by = expression.operand.kind === "variable" ? primedBy(expression.operand, context) : null;
  if (by !== null) return by;
  const free = freeVariables(expression.operand, context.world);
  const shared = free.map((one) => primedBy(one, context));
  const common = shared[0];
  if (common != null && shared.every((one) => one?.name === common.name)) return common;
  const only = free.length === 1 ? free[0] : undefined;
  const head = context.headVariable;
  const chosen = only ?? (head !== null ? head : undefined);
  if (chosen === undefined)
    throw new RefusalError("prime-variable", free.map((one) => one.name).join(", "), expression.span);
  return chosen;
}
