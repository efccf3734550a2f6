import { isWholeIndex, type Variable } from "../formula/Expression";
import { isFactorialIndex } from "../formula/factorial";
import { entry, entryAt } from "./entries";
import { indexValue } from "./indexValue";
import { labelKey } from "./labelKey";
import { RefusalError } from "./Refusal";
import { limitName } from "./slotUses";
import { scalar, type Tensor } from "./Tensor";
import type { Context, World } from "./World";

/** A symbol's value: a parameter, an index letter, a definition's body, a stand-in, or a free number. */
export function lowerVariable(variable: Variable, context: Context): Tensor {
  const { world, env, locals } = context;
  if (variable.indices.length === 0) {
    const local = locals.get(variable.name);
    if (local !== undefined) return local;
    const letter = env.get(variable.name);
    if (letter !== undefined) {
      // The n of 1/n Σ_{i=1}^n counts: it is meant as a number.
      const isMeant = world.ranges.limit(variable.name) !== null || isFactorialIndex(variable.name);
      if (context.inDefinition && !isMeant) context.trace.lettersAsNumbers.add(variable.name);
      return scalar(world.builder.constant(letter));
    }
  } else {
    const label = env.get(labelKey(variable.name, variable.indices)) ?? world.ranges.limit(limitName(variable));
    if (label != null) return scalar(world.builder.constant(label));
    const component = localComponent(variable, context);
    if (component !== null) return component;
    if (variable.indices.some(isWholeIndex)) return wholeTensor(variable, context);
  }
  const node = entry(variable, context);
  const stands =
    (context.movingOnly !== null && world.canonical(context.movingOnly) !== world.canonical(variable.name)) ||
    (context.heldMembers && context.inDefinition && isOtherMember(variable, world));
  return scalar(stands ? world.builder.apply("frozen", [node]) : node);
}

/** The h_{t-1} of h_t = f(h_{t-1}). */
function isOtherMember({ name, indices }: Variable, { recurrences, canonical }: World): boolean {
  return recurrences.has(canonical(name)) && indices.some(({ kind }) => kind === "sum");
}

/** Entries of a vector or matrix that is a function's parameter: all of x_•, or x_i. */
function localComponent(variable: Variable, context: Context): Tensor | null {
  const local = context.locals.get(variable.name);
  if (local === undefined) return null;
  if (variable.indices.every(isWholeIndex)) return local;
  if (local.shape.length !== variable.indices.length) return null;
  return slice(local, variable, context);
}

/** Part of a tensor, by one index for each of its axes, some of them whole. */
function slice(tensor: Tensor, variable: Variable, context: Context): Tensor {
  const at = variable.indices.map((index) => (isWholeIndex(index) ? null : indexValue(index, context) - 1));
  const axes = tensor.shape.filter((_, axis) => at[axis] === null);
  const nodes = placesIn(axes).map((place) => {
    let next = 0;
    const flat = at.reduce<number>(
      (sum, value, axis) => sum * (tensor.shape[axis] as number) + (value ?? (place[next++] as number) - 1),
      0,
    );
    const node = tensor.nodes[flat];
    if (node === undefined) throw new RefusalError("shape", variable.name, variable.span);
    return node;
  });
  return { shape: axes, nodes };
}

/** All entries of a symbol along its whole indices. */
function wholeTensor(variable: Variable, context: Context): Tensor {
  const { world } = context;
  const name = world.canonical(variable.name);
  const shape = variable.indices.flatMap((index, position) =>
    isWholeIndex(index) ? [world.ranges.slotSize(name, position)] : [],
  );
  const special = constantTensor(name, shape, context);
  if (special !== null) return special;
  const nodes = placesIn(shape).map((place) => {
    let next = 0;
    const at = variable.indices.map((index) =>
      isWholeIndex(index) ? (place[next++] as number) : indexValue(index, context),
    );
    return entryAt(variable.name, at, variable, context);
  });
  const stands =
    (context.movingOnly !== null && world.canonical(context.movingOnly) !== name) ||
    (context.heldMembers && context.inDefinition && isOtherMember(variable, world));
  return { shape, nodes: stands ? nodes.map((node) => world.builder.apply("frozen", [node])) : nodes };
}

/** I is the identity, and bold 0 and 1 are made of zeros and ones, unless the document says otherwise. */
function constantTensor(name: string, shape: readonly number[], { world }: Context): Tensor | null {
  if (world.definitions.has(name)) return null;
  const [rows, columns] = shape;
  const number = (value: number) => world.builder.constant(value);
  if ((name === "I" || name === "bold I" || name === "bb I") && shape.length === 2 && rows === columns)
    return { shape, nodes: placesIn(shape).map(([row, column]) => number(row === column ? 1 : 0)) };
  if (name === "bold 0" || name === "bold 1")
    return { shape, nodes: placesIn(shape).map(() => number(name === "bold 1" ? 1 : 0)) };
  return null;
}

/** Every place in a tensor, from 1, the last axis fastest. */
function placesIn(shape: readonly number[]): readonly (readonly number[])[] {
  return shape.reduce<readonly (readonly number[])[]>(
    (places, size) => places.flatMap((place) => Array.from({ length: size }, (_, at) => [...place, at + 1])),
    [[]],
  );
}
