import { parseDecimal } from "./Decimal";
import { keepUndefined } from "./exactColumn";
import { exactOperations } from "./exactOperations";
import { decimalToDoubleDouble } from "./exactRatio";
import type { GraphNode, NodeId } from "./Graph";
import type { ExactMemory } from "./OperationRow";
import { argumentsOf, reachable } from "./reachable";

/**
 * One output's values in double-double: the true value at point i is within `bound[i]` of hi[i] + lo[i]. hi is NaN
 * where the value is undefined or leaves the range of doubles; a bound of Infinity says that nothing is known.
 */
export interface ExactValues {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  readonly bound: Float64Array;
}

/** The node where a value first became undefined, with the arguments it had there (rounded to doubles). */
export interface Undefined {
  readonly node: NodeId;
  readonly op: GraphNode["op"];
  readonly args: readonly number[];
  /** "overflow": defined, but past the range of doubles. */
  readonly cause: "undefined" | "overflow";
}

export interface ExactEvaluation {
  /** In the order of the outputs asked for. */
  readonly outputs: readonly ExactValues[];
  /** Values of any node that the outputs are computed from; null for other nodes. */
  readonly valuesOf: (node: NodeId) => ExactValues | null;
  /** Why an output has no value at a point; null where it has one. */
  readonly whyUndefined: (output: number, point: number) => Undefined | null;
}

/** Numbers for the free places of a graph: one for all points, or one for each. */
export type Column = Float64Array | number;

/**
 * Evaluates nodes at `count` points, every operation on whole columns. An input without a value is undefined.
 * `overrides` give nodes (named or input) a value of their own instead of their definition's. `memoryOf` gives columns
 * of zeros to work in: who lends them reads the results before lending them again.
 */
export function evaluateExact(
  nodes: readonly GraphNode[],
  outputs: readonly NodeId[],
  inputs: Readonly<Record<string, Column>>,
  count: number,
  overrides: ReadonlyMap<NodeId, Column> = new Map(),
  memoryOf: (size: number) => ExactMemory = freshMemory,
): ExactEvaluation {
  const order = reachable(nodes, outputs, (id) => overrides.has(id));
  const memory = memoryOf(order.length * count);
  const places = new Map<NodeId, number>();
  let args = new Int32Array(16);

  order.forEach((id, position) => {
    const to = position * count;
    const node = nodes[id] as GraphNode;
    places.set(id, to);
    const override = overrides.get(id);
    if (override !== undefined) {
      fill(memory, to, override, count);
      return;
    }
    switch (node.op) {
      case "constant":
        fillConstant(memory, to, node.text, count);
        return;
      case "input":
        fill(memory, to, Object.hasOwn(inputs, node.name) ? (inputs[node.name] ?? Number.NaN) : Number.NaN, count);
        return;
      case "named":
        places.set(id, places.get(node.args[0]) ?? 0);
        return;
      default: {
        if (node.args.length > args.length) args = new Int32Array(2 * node.args.length);
        for (let k = 0; k < node.args.length; k += 1) args[k] = places.get(node.args[k] as NodeId) as number;
        exactOperations[node.op](memory, to, args, 0, node.args.length, count);
      }
    }
  });

  const valuesOf = (id: NodeId): ExactValues | null => {
    const at = places.get(id);
    return at === undefined
      ? null
      : {
          hi: memory.hi.subarray(at, at + count),
          lo: memory.lo.subarray(at, at + count),
          bound: memory.bound.subarray(at, at + count),
        };
  };

  return {
    outputs: outputs.map((id) => valuesOf(id) as ExactValues),
    valuesOf,
    whyUndefined: (output, point) => {
      const value = (id: NodeId): number => memory.hi[(places.get(id) ?? 0) + point] as number;
      const id = outputs[output];
      return id === undefined || !Number.isNaN(value(id)) ? null : firstUndefined(nodes, id, value, overrides);
    },
  };
}

function freshMemory(size: number): ExactMemory {
  return { hi: new Float64Array(size), lo: new Float64Array(size), bound: new Float64Array(size) };
}

/** Memory that one evaluation after another works in: fresh columns for each are what collecting garbage costs most. */
export function reusedMemory(): (size: number) => ExactMemory {
  let memory = freshMemory(0);
  return (size) => {
    if (memory.hi.length < size || memory.hi.length > mostKept) memory = freshMemory(Math.max(size, leastKept));
    memory.hi.fill(0, 0, size);
    memory.lo.fill(0, 0, size);
    memory.bound.fill(0, 0, size);
    return memory;
  };
}

const leastKept = 1 << 14;
/** Larger memory is not kept for the next evaluation. */
const mostKept = 1 << 21;

/** Follows undefined arguments down to the operation whose own arguments all have values. */
function firstUndefined(
  nodes: readonly GraphNode[],
  from: NodeId,
  value: (id: NodeId) => number,
  overrides: ReadonlyMap<NodeId, Column>,
): Undefined {
  let id = from;
  for (;;) {
    const node = nodes[id] as GraphNode;
    const args = overrides.has(id) ? [] : usedArguments(node, value);
    const next = args.find((arg) => Number.isNaN(value(arg)));
    if (next === undefined) {
      const numbers = args.map(value);
      return { node: id, op: node.op, args: numbers, cause: overflows(node.op, numbers) ? "overflow" : "undefined" };
    }
    id = next;
  }
}

/** Of a `select`, the condition and the branch that it chose. */
function usedArguments(node: GraphNode, value: (id: NodeId) => number): readonly NodeId[] {
  const args = argumentsOf(node);
  if (node.op !== "select") return args;
  const [condition = 0, whenTrue = 0, whenFalse = 0] = args;
  return Number.isNaN(value(condition)) ? [condition] : [condition, value(condition) !== 0 ? whenTrue : whenFalse];
}

/** An operation without a value at arguments where the real function has one went past the range of doubles. */
function overflows(op: GraphNode["op"], [a = Number.NaN, b = Number.NaN]: readonly number[]): boolean {
  switch (op) {
    case "divide":
      return b !== 0;
    case "power":
      return a > 0 || (a < 0 && Number.isInteger(b));
    case "log":
    case "sqrt":
    case "tan":
    case "constant":
    case "input":
    case "named":
      return false;
    default:
      return true;
  }
}

/** Memory starts as zeros, and numbers that are given are exact: only hi is written, but for what isn't finite. */
function fill(memory: ExactMemory, to: number, column: Column, count: number): void {
  if (typeof column === "number") memory.hi.fill(column, to, to + count);
  else memory.hi.set(column.length === count ? column : column.subarray(0, count), to);
  for (let at = to; at < to + count; at += 1) if (!Number.isFinite(memory.hi[at])) keepUndefined(memory, at);
}

function fillConstant(memory: ExactMemory, to: number, text: string, count: number): void {
  const { hi, lo, bound } = constantValue(text);
  memory.hi.fill(hi, to, to + count);
  if (lo !== 0) memory.lo.fill(lo, to, to + count);
  if (bound !== 0) memory.bound.fill(bound, to, to + count);
}

const constants = new Map<string, { readonly hi: number; readonly lo: number; readonly bound: number }>();
const mostConstants = 4096;

function constantValue(text: string): { readonly hi: number; readonly lo: number; readonly bound: number } {
  const before = constants.get(text);
  if (before !== undefined) return before;
  const decimal = parseDecimal(text);
  const value = decimal === null ? { hi: Number.NaN, lo: Number.NaN, exact: false } : decimalToDoubleDouble(decimal);
  const finite = Number.isFinite(value.hi);
  const bound = !finite
    ? Number.POSITIVE_INFINITY
    : value.exact
      ? 0
      : Math.abs(value.hi) * 2 ** -104 + Number.MIN_VALUE;
  const made = { hi: value.hi, lo: value.lo, bound };
  if (constants.size < mostConstants) constants.set(text, made);
  return made;
}
