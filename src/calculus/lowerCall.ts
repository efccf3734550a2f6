import type { Definition } from "../formula/Definition";
import type { Call, Expression, OperationName } from "../formula/Expression";
import { isOperationName, isWholeIndex, wholeIndex } from "../formula/Expression";
import { isGreek } from "../formula/letters";
import { sameTree } from "../formula/sameTree";
import { differentiateBy } from "./differentiateBy";
import type { NodeId, Operation } from "./Graph";
import { indexValue, tryIndexValue } from "./indexValue";
import { labelKey } from "./labelKey";
import { RefusalError } from "./Refusal";
import { standIn } from "./standIn";
import { isActivation } from "./symbolLooks";
import { isScalar, scalar, shapeText, type Tensor } from "./Tensor";
import { mapEntries } from "./tensorArithmetic";
import type { Context } from "./World";
import { wholeFormula } from "./wholeFormula";

/** A function at its arguments: the document's own definition first, then the language's, else a seeded stand-in. */
export function lowerCall(call: Call, context: Context): Tensor {
  const { world } = context;
  const args = call.args.map((arg) => context.lower(arg, context));
  if (call.primes === 0) return apply(call, args, context);
  const arg = args[0];
  if (args.length !== 1 || arg === undefined) throw new RefusalError("prime-variable", call.name, call.span);
  return mapEntries(arg, (node) => {
    const point = world.builder.named(`${call.name} at ${node}`, node);
    let value = apply(call, [scalar(point)], context).nodes[0] as NodeId;
    for (let order = 0; order < call.primes; order += 1)
      value = differentiateBy(value, point, context) ?? world.builder.constant(0);
    return value;
  });
}

function apply(call: Call, args: readonly Tensor[], context: Context): Tensor {
  const { world } = context;
  const name = world.canonical(call.name);
  const definition = (world.definitions.get(name) ?? []).filter((one) => one.parameters.length > 0).at(-1);
  if (definition !== undefined) return expand(call, args, context);
  if (world.definitions.has(name) && args.length === 1 && !isOperationName(call.name)) {
    const value = context.lower({ kind: "variable", name: call.name, indices: call.indices, span: call.span }, context);
    return value;
  }
  if (call.name === "softmax") return softmax(call, args, context);
  if (isOperationName(call.name) && call.indices.length === 0) return operation(call.name, args, call, context);
  context.trace.undefinedFunctions.add(call.name);
  const [only] = args;
  if (args.length === 1 && only !== undefined && !isScalar(only) && isActivation(name) && call.indices.length === 0)
    return mapEntries(only, (node) => standIn(world.builder, name, [node]));
  const nodes = [...args.flatMap((arg) => arg.nodes), ...parameterNodes(name, context)];
  const key =
    call.indices.length === 0 ? name : `${name}_${call.indices.map((index) => indexValue(index, context)).join(",")}`;
  const value = standIn(world.builder, key, nodes);
  return scalar(isProbability(name) ? world.builder.apply("sigmoid", [value]) : value);
}

/** p_θ(x) is a function of θ too. */
function parameterNodes(name: string, context: Context): readonly NodeId[] {
  const parameter = /_([a-z]+)$/.exec(name)?.[1];
  if (parameter === undefined || !isGreek(parameter)) return [];
  const symbol: Expression = { kind: "variable", name: parameter, indices: [], span: { start: 0, end: 0 } };
  return context.lower(wholeFormula(symbol, context.world.looks), context).nodes;
}

/** e^{z_i} / Σ_j e^{z_j}: of a whole vector, or of one of its entries z_i, whose others are those along its last index. */
function softmax(call: Call, args: readonly Tensor[], context: Context): Tensor {
  const { builder } = context.world;
  const [values] = args;
  const arg = call.args[0];
  if (values === undefined || arg === undefined || args.length !== 1)
    throw new RefusalError("wrong-arity", call.name, call.span);
  const all = isScalar(values) ? siblings(arg, context) : values;
  if (all === null || all.shape.length !== 1) throw new RefusalError("shape", call.name, call.span);
  const powers = all.nodes.map((node) => builder.apply("exp", [node]));
  const total = powers.length === 1 ? (powers[0] as NodeId) : builder.apply("add", powers);
  const share = (node: NodeId) => builder.apply("divide", [node, total]);
  if (isScalar(values)) return scalar(share(builder.apply("exp", [values.nodes[0] as NodeId])));
  const [component] = call.indices;
  if (component === undefined) return { shape: all.shape, nodes: powers.map(share) };
  const node = powers[indexValue(component, context) - 1];
  if (node === undefined) throw new RefusalError("shape", call.name, call.span);
  return scalar(share(node));
}

/** z_1 … z_K of a z_i. */
function siblings(arg: Expression, context: Context): Tensor | null {
  const last = arg.kind === "variable" ? arg.indices.at(-1) : undefined;
  if (arg.kind !== "variable" || last === undefined) return null;
  const whole: Expression = { kind: "variable", name: wholeIndex, indices: [], span: last.span };
  return context.lower({ ...arg, indices: [...arg.indices.slice(0, -1), whole] }, context);
}

/** p(y | x) or a policy π(a | s) without a formula: whatever it is, it lies between 0 and 1. */
function isProbability(name: string): boolean {
  return /^(?:(?:hat|tilde|bb|cal) )?(?:p|P|q|Q|Pr|pi)(?:_|$)/u.test(name);
}

/** The body of the function's definition with its parameters bound to the arguments. */
function expand(call: Call, args: readonly Tensor[], context: Context): Tensor {
  const { world } = context;
  const name = world.canonical(call.name);
  const candidates = (world.definitions.get(name) ?? []).filter((one) => one.parameters.length === args.length);
  const definition = fitting(candidates, call, context) ?? candidates.at(-1);
  if (definition === undefined) throw new RefusalError("wrong-arity", call.name, call.span);
  const locals = new Map<string, Tensor>();
  const env = new Map(context.env);
  definition.indices.forEach((index, position) => {
    const given = call.indices[position];
    if (index.kind === "variable" && given !== undefined) env.set(index.name, indexValue(given, context));
  });
  definition.parameters.forEach((parameter, at) => {
    const arg = call.args[at];
    const value = args[at];
    if (arg === undefined || value === undefined) return;
    // The σ² of L(μ, σ²) is no name: the function is known at σ² only.
    if (parameter.kind !== "variable" && !sameTree(parameter, arg))
      throw new RefusalError("unsupported", "another argument than the square it is defined with", arg.span);
    if (parameter.kind !== "variable") return;
    if (
      arg.kind === "variable" &&
      arg.name === parameter.name &&
      sameIndices(arg.indices, parameter.indices) &&
      context.locals.get(parameter.name) === undefined &&
      context.env.get(arg.name) === undefined &&
      call.primes === 0
    )
      return;
    const isWhole = parameter.indices.every(isWholeIndex);
    locals.set(isWhole ? parameter.name : labelKey(parameter.name, parameter.indices), value);
    if (isScalar(value)) env.delete(parameter.name);
  });
  const depth = world.callDepth.get(name) ?? 0;
  if (depth > 20) throw new RefusalError("circular-definition", call.name, call.span);
  world.callDepth.set(name, depth + 1);
  try {
    return context.lower(definition.body, { ...context, env, locals, movingOnly: null, inDefinition: true });
  } finally {
    world.callDepth.set(name, depth);
  }
}

/** The latest definition with as many indices; one for exactly this index, as of P(t=1 | z), wins over a letter's. */
function fitting(candidates: readonly Definition[], call: Call, context: Context): Definition | undefined {
  const sized = candidates.filter((one) => one.indices.length === call.indices.length);
  const isExact = (one: Definition) => one.indices.some((index) => index.kind === "number");
  const fits = (one: Definition) =>
    one.indices.every(
      (index, at) =>
        index.kind !== "number" || Number(index.text) === tryIndexValue(call.indices[at] as Expression, context),
    );
  return sized.filter((one) => isExact(one) && fits(one)).at(-1) ?? sized.filter((one) => !isExact(one)).at(-1);
}

function sameIndices(left: Call["indices"], right: Call["indices"]): boolean {
  return (
    left.length === right.length &&
    left.every((one, at) => {
      const other = right[at];
      return one.kind === "variable" && other?.kind === "variable" && one.name === other.name;
    })
  );
}

const elementary: Partial<Record<OperationName, Operation>> = {
  exp: "exp",
  log: "log",
  sqrt: "sqrt",
  sin: "sin",
  cos: "cos",
  tan: "tan",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  abs: "abs",
  sign: "sign",
  sigmoid: "sigmoid",
  softplus: "softplus",
  erf: "erf",
};

function operation(name: OperationName, args: readonly Tensor[], call: Call, context: Context): Tensor {
  const { builder } = context.world;
  const first = args[0];
  if (first === undefined) throw new RefusalError("wrong-arity", name, call.span);
  const simple = elementary[name];
  if (simple !== undefined) {
    if (args.length !== 1) throw new RefusalError("wrong-arity", name, call.span);
    return mapEntries(first, (node) => builder.apply(simple, [node]));
  }
  switch (name) {
    case "log2":
    case "log10": {
      const base = builder.apply("log", [builder.constant(name === "log2" ? 2 : 10)]);
      return mapEntries(first, (node) => builder.apply("divide", [builder.apply("log", [node]), base]));
    }
    case "relu":
      return mapEntries(first, (node) => builder.apply("max", [node, builder.constant(0)]));
    case "max":
    case "min":
      return scalar(
        builder.apply(
          name,
          args.flatMap((arg) => arg.nodes),
        ),
      );
    case "sum":
      return first.nodes.length === 1 ? scalar(first.nodes[0] as NodeId) : scalar(builder.apply("add", first.nodes));
    case "diag":
      return diagonal(first, call, context);
    case "trace":
      return trace(first, call, context);
    default:
      throw new RefusalError("unsupported", name, call.span);
  }
}

function diagonal(tensor: Tensor, call: Call, context: Context): Tensor {
  if (tensor.shape.length === 2) return mainDiagonal(tensor, call);
  if (tensor.shape.length !== 1) throw new RefusalError("shape", `diag, ${shapeText(tensor)}`, call.span);
  const size = tensor.shape[0] as number;
  const zero = context.world.builder.constant(0);
  const nodes = Array.from({ length: size * size }, (_, at) =>
    at % (size + 1) === 0 ? (tensor.nodes[at / (size + 1)] as NodeId) : zero,
  );
  return { shape: [size, size], nodes };
}

/** diag of a matrix is the column of its diagonal. */
function mainDiagonal({ shape, nodes }: Tensor, call: Call): Tensor {
  const [rows, columns] = shape;
  if (rows === undefined || rows !== columns) throw new RefusalError("shape", "diag", call.span);
  return { shape: [rows], nodes: Array.from({ length: rows }, (_, at) => nodes[at * rows + at] as NodeId) };
}

function trace(tensor: Tensor, call: Call, context: Context): Tensor {
  const [rows, columns] = tensor.shape;
  if (tensor.shape.length !== 2 || rows !== columns || rows === undefined)
    throw new RefusalError("shape", "trace", call.span);
  const nodes = Array.from({ length: rows }, (_, at) => tensor.nodes[at * rows + at] as NodeId);
  return scalar(nodes.length === 1 ? (nodes[0] as NodeId) : context.world.builder.apply("add", nodes));
}
