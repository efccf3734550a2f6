import fc from "fast-check";
import type { NodeId, Operation } from "../../src/calculus/Graph";
import { type GraphBuilder, graphBuilder } from "../../src/calculus/GraphBuilder";

export interface RandomGraph {
  readonly builder: GraphBuilder;
  readonly of: NodeId;
  readonly inputs: readonly NodeId[];
  readonly values: Readonly<Record<string, number>>;
}

/** One step of building: an operation and which of the earlier nodes it takes. */
interface Recipe {
  readonly op: Operation;
  readonly picks: readonly number[];
}

const smooth: readonly Operation[] = [
  ...(["add", "add", "multiply", "multiply", "divide", "negate"] as const),
  ...(["exp", "log", "sqrt", "sin", "cos", "tanh", "sigmoid", "softplus", "logSumExp", "erf"] as const),
];

export const pieces: readonly Operation[] = ["abs", "max", "min", "select", "less", "sign", "equal", "lessEqual"];

const arity: Partial<Record<Operation, number>> = {
  add: 3,
  multiply: 2,
  divide: 2,
  power: 2,
  logSumExp: 3,
  max: 3,
  min: 2,
  select: 3,
  less: 2,
  lessEqual: 2,
  equal: 2,
};

const names = ["x", "y", "z"];

/** Random expressions in x, y, z over sharing graphs; constants and powers included. */
export function randomGraph(operations: readonly Operation[] = smooth): fc.Arbitrary<RandomGraph> {
  const recipe: fc.Arbitrary<Recipe> = fc.record({
    op: fc.constantFrom(...operations),
    picks: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
  });
  // Multiples of 1/64: exact, and far from nothing.
  const value = fc.integer({ min: -192, max: 192 }).map((n) => n / 64);
  return fc
    .record({ recipes: fc.array(recipe, { minLength: 2, maxLength: 12 }), values: fc.tuple(value, value, value) })
    .map(({ recipes, values }) => build(recipes, values));
}

function build(recipes: readonly Recipe[], values: readonly number[]): RandomGraph {
  const builder = graphBuilder();
  const inputs = names.map(builder.input);
  const made: NodeId[] = [...inputs, builder.constant("0.3"), builder.constant(2), builder.named("a", inputs[0] ?? 0)];
  made.push(builder.raise(inputs[1] ?? 0, builder.constant(3)));
  for (const { op, picks } of recipes) {
    const args = picks.slice(0, arity[op] ?? 1).map((pick) => made[made.length - 1 - (pick % made.length)] ?? 0);
    made.push(builder.apply(op, args));
  }
  return {
    builder,
    of: made.at(-1) ?? 0,
    inputs,
    values: Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0])),
  };
}
