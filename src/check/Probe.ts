import { compile } from "../calculus/compile";
import { derivative } from "../calculus/differentiate";
import { run } from "../calculus/evaluate";
import type { NodeId } from "../calculus/Graph";
import type { Program } from "../calculus/Program";
import type { Bindings } from "./Bindings";
import type { PageWorld } from "./PageWorld";

/**
 * One formula of a page, to be evaluated in whatever way a figure needs. An axis is an input's key, or the key of an
 * intermediate that is then cut from its definition. Undefined values are NaN; a slope where nothing flows is 0.
 */
export interface Probe {
  /** Index letters on which the value depends, with the sizes of their ranges: `bindings.indices` chooses of them. */
  readonly letters: readonly { readonly letter: string; readonly size: number }[];
  readonly value: (bindings: Bindings) => number;
  /** Values while the axis moves through `at`. */
  readonly along: (axis: string, at: Float64Array, bindings: Bindings) => Float64Array;
  /** ∂/∂axis by automatic differentiation at the bindings. */
  readonly slope: (axis: string, bindings: Bindings) => number;
  readonly slopeAlong: (axis: string, at: Float64Array, bindings: Bindings) => Float64Array;
  /** Values at points (x[p], y[p]) of two axes: for maps and paths. */
  readonly over: (first: string, second: string, x: Float64Array, y: Float64Array, bindings: Bindings) => Float64Array;
}

export interface ProbeSource {
  readonly page: PageWorld;
  readonly letters: Probe["letters"];
  readonly nodeAt: (bindings: Bindings) => NodeId | null;
  /** The node of an axis in the page's graph; null if it has none. */
  readonly axisNode: (axis: string, bindings: Bindings) => NodeId | null;
  readonly inputs: (bindings: Bindings) => Readonly<Record<string, number>>;
}

/** Builds a probe; its programs are compiled when first needed and kept. */
export function openProbe({ page, letters, nodeAt, axisNode, inputs }: ProbeSource): Probe {
  const { builder } = page.world;
  const programs = new Map<string, Program>();
  const programFor = (node: NodeId, cuts: readonly NodeId[]): Program => {
    const key = `${node}:${cuts.join()}`;
    const known = programs.get(key) ?? compile(builder.nodes, [node], cuts);
    programs.set(key, known);
    return known;
  };
  const nothing = (count: number) => new Float64Array(count).fill(Number.NaN);
  const evaluate = (
    node: NodeId | null,
    cuts: ReadonlyMap<NodeId, Float64Array>,
    count: number,
    bindings: Bindings,
  ): Float64Array => {
    if (node === null) return nothing(count);
    const program = programFor(node, [...cuts.keys()]);
    const column = run(program, inputs(bindings), count, undefined, cuts)[0] as Float64Array;
    return column.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  };
  const slopeNode = (axis: string, bindings: Bindings): NodeId | null => {
    const [of, by] = [nodeAt(bindings), axisNode(axis, bindings)];
    if (of === null || by === null) return null;
    return of === by ? builder.constant(1) : (derivative(builder, of, by) ?? builder.constant(0));
  };
  const moving = (axis: string, at: Float64Array, bindings: Bindings): ReadonlyMap<NodeId, Float64Array> | null => {
    const node = axisNode(axis, bindings);
    return node === null ? null : new Map([[node, at]]);
  };
  return {
    letters,
    value: (bindings) => evaluate(nodeAt(bindings), new Map(), 1, bindings)[0] as number,
    along: (axis, at, bindings) => {
      const cuts = moving(axis, at, bindings);
      return cuts === null ? nothing(at.length) : evaluate(nodeAt(bindings), cuts, at.length, bindings);
    },
    slope: (axis, bindings) => evaluate(slopeNode(axis, bindings), new Map(), 1, bindings)[0] as number,
    slopeAlong: (axis, at, bindings) => {
      const cuts = moving(axis, at, bindings);
      return cuts === null ? nothing(at.length) : evaluate(slopeNode(axis, bindings), cuts, at.length, bindings);
    },
    over: (first, second, x, y, bindings) => {
      const [a, b] = [axisNode(first, bindings), axisNode(second, bindings)];
      if (a === null || b === null || a === b) return nothing(x.length);
      return evaluate(
        nodeAt(bindings),
        new Map([
          [a, x],
          [b, y],
        ]),
        x.length,
        bindings,
      );
    },
  };
}
