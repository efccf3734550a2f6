import type { Definition } from "../formula/Definition";
import type { Expression, Variable } from "../formula/Expression";
import { entriesName, entryPosition, isBold } from "./arrayNames";
import { entryKey } from "./entryKey";
import type { NodeId } from "./Graph";
import { indexValue } from "./indexValue";
import { labelKey } from "./labelKey";
import { RefusalError } from "./Refusal";
import { limitName } from "./slotUses";
import { standIn } from "./standIn";
import { scalar, type Tensor } from "./Tensor";
import type { Context, Dependency, World } from "./World";

/** A symbol's value: a parameter, an index letter, a definition's body, a stand-in, or a free number. */
export function lowerVariable(variable: Variable, context: Context): Tensor {
  const { world, env, locals } = context;
  if (variable.indices.length === 0) {
    const local = locals.get(variable.name);
    if (local !== undefined) return local;
    const letter = env.get(variable.name);
    if (letter !== undefined) {
      if (context.inDefinition) context.trace.lettersAsNumbers.add(variable.name);
      return scalar(world.builder.constant(letter));
    }
    const whole = definedVector(variable, context) ?? wholeVector(variable, context);
    if (whole !== null) return whole;
  } else {
    const label = env.get(labelKey(variable.name, variable.indices)) ?? world.ranges.limit(limitName(variable));
    if (label != null) return scalar(world.builder.constant(label));
    const component = localComponent(variable, context) ?? wholeVector(variable, context);
    if (component !== null) return component;
  }
  const node = entry(variable, context);
  const stands = context.movingOnly !== null && world.canonical(context.movingOnly) !== world.canonical(variable.name);
  return scalar(stands ? world.builder.apply("frozen", [node]) : node);
}

/** x_i where x (or bold x) is a vector parameter. */
function localComponent(variable: Variable, context: Context): Tensor | null {
  const local = context.locals.get(variable.name) ?? context.locals.get(`bold ${variable.name}`);
  if (local === undefined || local.shape.length !== variable.indices.length) return null;
  const at = variable.indices.map((index) => indexValue(index, context) - 1);
  const flat = at.reduce((sum, value, axis) => sum * (local.shape[axis] ?? 1) + value, 0);
  const node = local.nodes[flat];
  if (node === undefined) throw new RefusalError("shape", variable.name, variable.span);
  return scalar(node);
}

/** bold p = σ(bold z): a vector with a definition; its entries are named, so that derivatives by them can be taken. */
function definedVector(variable: Variable, context: Context): Tensor | null {
  const { world } = context;
  const name = world.canonical(variable.name);
  const definition = isArray(variable, world) ? definitionFor(world, name, []) : null;
  if (definition === null) return null;
  if (world.inProgress.has(name)) throw new RefusalError("circular-definition", variable.name, variable.span);
  world.inProgress.set(name, null);
  try {
    const body = context.lower(definition.body, {
      ...context,
      locals: new Map(),
      movingOnly: null,
      inDefinition: true,
    });
    if (body.shape.length === 0) return null;
    return {
      shape: body.shape,
      nodes: body.nodes.map((node, at) => world.builder.named(entryKey(name, [at + 1]), node)),
    };
  } finally {
    world.inProgress.delete(name);
  }
}

function isArray({ name, indices }: Variable, world: World): boolean {
  return indices.length === 0 && isBold(name)
    ? true
    : world.arrays.get(world.canonical(name))?.has(indices.length) === true;
}

/**
 * bold x without indices is the vector of its entries, as far as the index of x runs; x^{(i)} or x_n of many such
 * vectors is one of them.
 */
function wholeVector(variable: Variable, context: Context): Tensor | null {
  const { world } = context;
  if (!isArray(variable, world) || world.definitions.has(world.canonical(variable.name))) return null;
  const plainName = entriesName(variable.name);
  const name = world.definitions.has(plainName) || world.letterSlots.has(plainName) ? plainName : variable.name;
  const rank = rankOf(name, variable, world);
  const [before, after] = entryPosition(variable) === 0 ? [[], variable.indices] : [variable.indices, []];
  const indexOf = (index: Expression) => indexValue(index, context);
  const shape = Array.from({ length: rank }, (_, position) => world.ranges.slotSize(name, before.length + position));
  const nodes: NodeId[] = [];
  const count = shape.reduce((product, size) => product * size, 1);
  for (let flat = 0; flat < count; flat += 1) {
    const at: number[] = [];
    for (let axis = rank - 1, rest = flat; axis >= 0; axis -= 1) {
      const size = shape[axis] as number;
      at.unshift((rest % size) + 1);
      rest = Math.floor(rest / size);
    }
    nodes.push(entryAt(name, [...before.map(indexOf), ...at, ...after.map(indexOf)], variable, context));
  }
  return { shape, nodes };
}

/** 1 for a vector, 2 for a matrix: the indices that its entries are written with, else what a capital letter means. */
function rankOf(name: string, { indices, name: written }: Variable, world: World): number {
  const slots = (world.letterSlots.get(name) ?? 0) - indices.length;
  const members =
    indices.length === 0 && world.arrays.get(world.canonical(written))?.has(1) === true && !name.endsWith("^()");
  if (slots > 0) return Math.max(1, members ? slots - 1 : slots);
  return indices.length === 0 && /^[A-Z]$/.test(entriesName(written)) ? 2 : 1;
}

/** The node that stands for one entry of a symbol: what a derivative by the symbol is taken by. */
export function entry(variable: Variable, context: Context): NodeId {
  const at = variable.indices.map((index) => indexValue(index, context));
  return entryAt(variable.name, at, variable, context);
}

function entryAt(alias: string, at: readonly number[], variable: Variable, context: Context): NodeId {
  const { world } = context;
  const name = world.canonical(alias);
  if (at.length === 0) {
    const limit = world.definitions.has(name) ? null : world.ranges.limit(name);
    if (limit !== null) return world.builder.constant(limit);
  }
  const key = entryKey(name, at);
  const memo = `${key}${outerValues(name, context)}`;
  const known = world.entries.get(memo);
  if (known !== undefined) return known;
  const pending = world.inProgress.get(key);
  if (pending === null) throw new RefusalError("circular-definition", alias, variable.span);
  if (pending !== undefined) return pending;

  world.inProgress.set(key, null);
  try {
    const node =
      defined(name, at, context) ??
      entryOfWhole(name, at, variable, context) ??
      dependent(name, at, key, context) ??
      leaf(name, at, key, world);
    world.entries.set(memo, node);
    return node;
  } finally {
    world.inProgress.delete(key);
  }
}

/** \hat y_k where only the whole vector \hat{\mathbf y} is defined. */
function entryOfWhole(name: string, at: readonly number[], { span }: Variable, context: Context): NodeId | null {
  const whole = context.world.wholes.get(name);
  if (whole === undefined || at.length === 0) return null;
  const tensor = definedVector({ kind: "variable", name: whole, indices: [], span }, context);
  if (tensor === null || tensor.shape.length !== at.length) return null;
  const flat = at.reduce((sum, value, axis) => sum * (tensor.shape[axis] as number) + value - 1, 0);
  return tensor.nodes[flat] ?? null;
}

/** Values from outside that an entry depends on besides its own indices: part of what it is remembered by. */
function outerValues(name: string, { world, env }: Context): string {
  return world
    .outerLetters(name)
    .map((letter) => ` ${letter}=${env.get(letter)}`)
    .join("");
}

function defined(name: string, at: readonly number[], context: Context): NodeId | null {
  const { world } = context;
  const definition = definitionFor(world, name, at);
  if (definition === null || isBeforeFirst(definition, name, at, world)) return null;
  const env = new Map(context.env);
  definition.indices.forEach((index, position) => {
    if (index.kind === "variable" && index.indices.length === 0) env.set(index.name, at[position] as number);
    else if (index.kind === "variable") env.set(labelKey(index.name, index.indices), at[position] as number);
  });
  const body = context.lower(definition.body, {
    ...context,
    env,
    locals: new Map(),
    movingOnly: null,
    inDefinition: true,
  });
  if (body.shape.length > 0) throw new RefusalError("shape", name, definition.body.span);
  return world.builder.named(entryKey(name, at), body.nodes[0] as NodeId);
}

/** h_0 of h_t = f(h_{t-1}), t = 1, 2, …: where a recurrence leaves the range of its index, it starts from free numbers. */
function isBeforeFirst(definition: Definition, name: string, at: readonly number[], world: World): boolean {
  if (!world.recurrences.has(name)) return false;
  return definition.indices.some((index, position) => {
    const value = at[position] as number;
    return index.kind === "variable" && (value < 1 || value > world.ranges.slotSize(name, position));
  });
}

/** The latest definition whose head fits the entry: an exact number wins over a letter. */
export function definitionFor(world: World, name: string, at: readonly number[]): Definition | null {
  const candidates = (world.definitions.get(name) ?? []).filter((one) => one.indices.length === at.length);
  const fits = (index: Expression, position: number) => index.kind !== "number" || Number(index.text) === at[position];
  const exact = candidates.filter(
    (one) => one.indices.some((index) => index.kind === "number") && one.indices.every(fits),
  );
  return (
    exact.at(-1) ?? candidates.filter((one) => one.indices.every((index) => index.kind !== "number")).at(-1) ?? null
  );
}

/**
 * An undefined symbol that the document differentiates: a stand-in of what it depends on. Where the document states
 * the derivative g instead, the symbol is A₀ + Σ frozen(g)·(v − frozen(v)): its value is free and its slope is g.
 */
function dependent(name: string, at: readonly number[], key: string, context: Context): NodeId | null {
  const { world } = context;
  const { builder } = world;
  const dependencies = world.dependencies.get(name);
  if (dependencies === undefined) return null;
  const open: NodeId[] = [];
  const stated: { readonly by: NodeId; readonly given: Expression; readonly env: ReadonlyMap<string, number> }[] = [];
  for (const dependency of dependencies)
    for (const env of environments(dependency, at, context)) {
      const by = entry(dependency.by, { ...context, env });
      if (dependency.given === null) open.push(by);
      else stated.push({ by, given: dependency.given, env });
    }
  const base = open.length > 0 ? standIn(builder, key, [...new Set(open)]) : leaf(name, at, key, world);
  if (stated.length === 0) {
    context.trace.standIns.add(name);
    return builder.named(key, base);
  }
  context.trace.givens.add(name);
  world.inProgress.set(key, base);
  const terms = stated.map(({ by, given, env }) => {
    const slope = context.lower(given, { ...context, env, locals: new Map(), movingOnly: null });
    if (slope.shape.length > 0) throw new RefusalError("shape", name, given.span);
    const moved = builder.apply("add", [by, builder.apply("negate", [builder.apply("frozen", [by])])]);
    return builder.apply("multiply", [builder.apply("frozen", [slope.nodes[0] as NodeId]), moved]);
  });
  return builder.named(key, builder.apply("add", [base, ...terms]));
}

/** Letters of `of` take the entry's indices; letters of `by` alone run over their whole range. */
function environments(
  dependency: Dependency,
  at: readonly number[],
  context: Context,
): readonly ReadonlyMap<string, number>[] {
  let all: Map<string, number>[] = [new Map(context.env)];
  dependency.of.indices.forEach((index, position) => {
    if (index.kind === "variable") for (const env of all) env.set(index.name, at[position] as number);
  });
  const bound = new Set(dependency.of.indices.flatMap((index) => (index.kind === "variable" ? [index.name] : [])));
  dependency.by.indices.forEach((index, position) => {
    if (index.kind !== "variable" || bound.has(index.name)) return;
    bound.add(index.name);
    const size = context.world.ranges.slotSize(dependency.by.name, position);
    all = all.flatMap((env) => Array.from({ length: size }, (_, value) => new Map(env).set(index.name, value + 1)));
  });
  return all;
}

function leaf(name: string, at: readonly number[], key: string, world: World): NodeId {
  const fixed = world.fixedSums.get(name);
  if (fixed !== undefined) {
    const size = world.ranges.slotSize(name, fixed.position);
    if (at[fixed.position] === size && size > 1) {
      const others = Array.from({ length: size - 1 }, (_, value) => {
        const other = at.map((index, position) => (position === fixed.position ? value + 1 : index));
        return world.builder.apply("negate", [leafNode(name, other, world)]);
      });
      return world.builder.named(key, world.builder.apply("add", [world.builder.constant(fixed.total), ...others]));
    }
  }
  return leafNode(name, at, world);
}

function leafNode(name: string, at: readonly number[], world: World): NodeId {
  const key = entryKey(name, at);
  const node = world.builder.input(key);
  world.leaves.set(node, { key, name, indices: at });
  return node;
}
