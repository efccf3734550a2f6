import { compile } from "../calculus/compile";
import { derivative } from "../calculus/differentiate";
import { run, runAt } from "../calculus/evaluate";
import type { NodeId } from "../calculus/Graph";
import type { Program } from "../calculus/Program";
import type { Bindings } from "./Bindings";
import { kept } from "./kept";
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
  /** ∂/∂axis by several axes, computed together. */
  readonly slopes: (axes: readonly string[], bindings: Bindings) => Float64Array;
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
  const programs = kept<Program>();
  const programFor = (nodes: readonly NodeId[], cuts: readonly NodeId[]): Program =>
    programs(`${nodes.join()}:${cuts.join()}`, () => compile(builder.nodes, nodes, cuts));
  const nothing = (count: number) => new Float64Array(count).fill(Number.NaN);
  const evaluate = (
    node: NodeId | null,
    cuts: ReadonlyMap<NodeId, Float64Array>,
    count: number,
    bindings: Bindings,
  ): Float64Array => {
    if (node === null) return nothing(count);
    const program = programFor([node], [...cuts.keys()]);
    return onlyFinite(run(program, inputs(bindings), count, undefined, cuts)[0] as Float64Array);
  };
  /** Each node's value at the bindings; undefined where a node is none. */
  const here = (nodes: readonly (NodeId | null)[], bindings: Bindings): Float64Array => {
    const undefinedNode = builder.constant(Number.NaN);
    const program = programFor(
      nodes.map((node) => node ?? undefinedNode),
      [],
    );
    return onlyFinite(runAt(program, inputs(bindings)));
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
    value: (bindings) => here([nodeAt(bindings)], bindings)[0] as number,
    along: (axis, at, bindings) => {
      const cuts = moving(axis, at, bindings);
      return cuts === null ? nothing(at.length) : evaluate(nodeAt(bindings), cuts, at.length, bindings);
    },
    slope: (axis, bindings) => here([slopeNode(axis, bindings)], bindings)[0] as number,
    slopes: (axesOf, bindings) =>
      here(
        axesOf.map((axis) => slopeNode(axis, bindings)),
        bindings,
      ),
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

function onlyFinite(values: Float64Array): Float64Array {
  for (let at = 0; at < values.length; at += 1) if (!Number.isFinite(values[at])) values[at] = Number.NaN;
  return values;
}
