import type { NodeId } from "./Graph";
import type { Kernel } from "./Kernel";

/** Position of a value among its program's. A kernel's arguments always stand before it. */
export type ValueId = number;

/** Where a value comes from: it stands still, is given at a run, or a kernel computes it. */
export type Value =
  | { readonly from: "constant"; readonly value: number }
  | { readonly from: "input"; readonly name: string }
  /** A node compiled as a free number, to be given at each run. */
  | { readonly from: "cut"; readonly node: NodeId }
  | { readonly from: "kernel"; readonly kernel: Kernel; readonly args: readonly ValueId[] };

/** A graph made ready to run on columns of doubles: everything that the outputs need, each thing once, in order. */
export interface Program {
  readonly values: readonly Value[];
  /** The value of each output, in the order asked for. */
  readonly outputs: readonly ValueId[];
}

/** What a run is given a number or a column for. */
export function isGiven(value: Value): value is Extract<Value, { readonly from: "input" | "cut" }> {
  return value.from === "input" || value.from === "cut";
}

/** The values that a value is computed from. */
export function argumentsOfValue(value: Value | undefined): readonly ValueId[] {
  return value?.from === "kernel" ? value.args : [];
}

/** The same program without what its outputs do not need. */
export function onlyNeeded({ values, outputs }: Program): Program {
  const needed = new Uint8Array(values.length);
  for (const output of outputs) needed[output] = 1;
  for (let id = values.length - 1; id >= 0; id -= 1)
    if (needed[id] === 1) for (const arg of argumentsOfValue(values[id])) needed[arg] = 1;
  const place = new Map<ValueId, ValueId>();
  const kept: Value[] = [];
  values.forEach((value, id) => {
    if (needed[id] !== 1) return;
    place.set(id, kept.length);
    kept.push(value.from === "kernel" ? { ...value, args: value.args.map((arg) => place.get(arg) as ValueId) } : value);
  });
  return { values: kept, outputs: outputs.map((output) => place.get(output) as ValueId) };
}
