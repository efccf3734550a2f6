import type { Definition } from "../formula/Definition";
import { type Expression, isWholeIndex, type Variable } from "../formula/Expression";
import { entryKey } from "./entryKey";
import type { NodeId } from "./Graph";
import { indexValue } from "./indexValue";
import { labelKey } from "./labelKey";
import { RefusalError } from "./Refusal";
import { isTimed } from "./recurrences";
import { standIn } from "./standIn";
import { shapeText, type Tensor } from "./Tensor";
import type { Context, Dependency, Leaf, Survey, World } from "./World";

/** The node that stands for one entry of a symbol: what a derivative by the symbol is taken by. */
export function entry(variable: Variable, context: Context): NodeId {
  const at = variable.indices.map((index) => indexValue(index, context));
  return entryAt(variable.name, at, variable, context);
}

export function entryAt(alias: string, at: readonly number[], variable: Variable, context: Context): NodeId {
  const { world } = context;
  const name = world.canonical(alias);
  if (at.length === 0) {
    const limit = world.definitions.has(name) ? null : world.ranges.limit(name);
    if (limit !== null) {
      context.trace.counted.set(name, limit);
      return world.builder.constant(limit);
    }
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
    const node = defined(name, at, context) ?? dependent(name, at, key, context) ?? leaf(name, at, key, world);
    world.entries.set(memo, node);
    return node;
  } finally {
    world.inProgress.delete(key);
  }
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
    if (isWholeIndex(index)) return;
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
  return world.builder.named(entryKey(name, at), entryOf(body, definition, name, at));
}

/** The entry of a defined vector or matrix; a number stands for each of them. */
function entryOf(body: Tensor, { indices, body: { span } }: Definition, name: string, at: readonly number[]): NodeId {
  if (body.shape.length === 0) return body.nodes[0] as NodeId;
  const place = at.filter((_, position) => isWholeIndex(indices[position] as Expression));
  const shape = body.shape.length === 2 && place.length === 1 ? body.shape.filter((size) => size !== 1) : body.shape;
  const inside = place.every((value, axis) => value <= (shape[axis] ?? 0));
  if (shape.length !== place.length || !inside) throw new RefusalError("shape", `${shapeText(body)} and ${name}`, span);
  return body.nodes[place.reduce((flat, value, axis) => flat * (shape[axis] as number) + value - 1, 0)] as NodeId;
}

/**
 * h_0 of h_t = f(h_{t-1}), t = 1, 2, …: where a recurrence leaves the range of its index it starts from free numbers, at
 * the end that it leads to.
 */
function isBeforeFirst(definition: Definition, name: string, at: readonly number[], world: World): boolean {
  const reach = world.recurrences.get(name);
  if (reach === undefined) return false;
  return definition.indices.some((index, position) => {
    const value = at[position] as number;
    if (index.kind !== "variable" || isWholeIndex(index)) return false;
    return (
      (value < 1 && (reach.back > 0 || reach.ahead === 0)) ||
      (reach.ahead > 0 && value > world.ranges.slotSize(name, position))
    );
  });
}

/** Where a recurrence starts: a free number at an index outside its range, such as h_0. */
export function isStart({ name, indices }: Leaf, world: Survey): boolean {
  return beyond(name, indices, world) > 0;
}

/** v_{-1} of v_t = f(v_{t-1}): farther outside than its definition ever reaches, so that nothing ties it to v_0. */
export function isPastStart({ name, indices }: Leaf, world: Survey): boolean {
  const reach = world.recurrences.get(name);
  return reach !== undefined && beyond(name, indices, world) > Math.max(reach.back, reach.ahead);
}

/** How far an entry of a recurrence lies outside the range of its index. */
function beyond(name: string, indices: readonly number[], world: Survey): number {
  if (!world.recurrences.has(name)) return 0;
  return indices.reduce(
    (most, value, position) => Math.max(most, 1 - value, value - world.ranges.slotSize(name, position)),
    0,
  );
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
      for (const by of context.lower(dependency.by, { ...context, env, locals: new Map() }).nodes)
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
    if (index.kind === "variable" && !isWholeIndex(index))
      for (const env of all) env.set(index.name, at[position] as number);
  });
  const bound = new Set(dependency.of.indices.flatMap((index) => (index.kind === "variable" ? [index.name] : [])));
  dependency.by.indices.forEach((index, position) => {
    if (index.kind !== "variable" || isWholeIndex(index) || bound.has(index.name)) return;
    bound.add(index.name);
    const size = context.world.ranges.slotSize(dependency.by.name, position);
    if (leadsOn(dependency.by, position, context.world)) {
      for (const env of all) env.set(index.name, size + 1);
      return;
    }
    all = all.flatMap((env) => Array.from({ length: size }, (_, value) => new Map(env).set(index.name, value + 1)));
  });
  return all;
}

/**
 * Whether an index is that of a network's layer: z^{l+1} is made of z^l, so that a loss is one of the last. Of what
 * follows in time a loss may be one of each.
 */
function leadsOn(
  { name, indices }: Variable,
  position: number,
  { recurrences, canonical, definitions }: World,
): boolean {
  const family = canonical(name);
  const reach = recurrences.get(family);
  if (reach === undefined || reach.ahead > 0 || isTimed(reach)) return false;
  return (definitions.get(family) ?? []).some((definition) => {
    const index = definition.indices.length === indices.length ? definition.indices[position] : undefined;
    return index?.kind === "variable" && reach.letters.includes(index.name);
  });
}

/** A free number, or the entry that others fix by what is assumed; ∂ by one of those treats them all as independent. */
function leaf(name: string, at: readonly number[], key: string, world: World): NodeId {
  const fixed = world.fixedSums.get(name);
  if (fixed !== undefined && fixed.rank === at.length) {
    const size = world.ranges.slotSize(name, fixed.position);
    if (at[fixed.position] === size && size > 1) {
      const others = Array.from({ length: size - 1 }, (_, value) => {
        const other = at.map((index, position) => (position === fixed.position ? value + 1 : index));
        return world.builder.apply("negate", [leafNode(name, other, world)]);
      });
      const rest = world.builder.apply("add", [world.builder.constant(fixed.total), ...others]);
      return world.builder.named(key, world.builder.apply("frozen", [rest]));
    }
  }
  return arrayLeaf(name, at, key, world) ?? leafNode(name, at, world);
}

/** An entry that the others of its vector or matrix fix: the last one of a vector of known length, A_{21} = A_{12}. */
function arrayLeaf(name: string, at: readonly number[], key: string, world: World): NodeId | null {
  const { builder, fixedArrays } = world;
  const [row = 0, column = 0] = at;
  if (at.length === 2 && row > column && fixedArrays.symmetric.has(name))
    return builder.named(key, builder.apply("frozen", [leafNode(name, [column, row], world)]));
  const square = fixedArrays.lengths.get(name);
  const size = world.ranges.slotSize(name, 0);
  if (square === undefined || at.length !== 1 || row !== size) return null;
  const others = Array.from({ length: size - 1 }, (_, other) => {
    const node = leafNode(name, [other + 1], world);
    return builder.apply("negate", [builder.apply("multiply", [node, node])]);
  });
  const rest = builder.apply("sqrt", [builder.apply("add", [builder.constant(square), ...others])]);
  return builder.named(key, builder.apply("frozen", [rest]));
}

function leafNode(name: string, at: readonly number[], world: World): NodeId {
  const key = entryKey(name, at);
  const node = world.builder.input(key);
  world.leaves.set(node, { key, name, indices: at });
  return node;
}
