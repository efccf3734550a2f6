import { derivative } from "../calculus/differentiate";
import { run } from "../calculus/evaluate";
import type { NodeId } from "../calculus/Graph";
import { compile } from "../calculus/program";
import type { Derivative } from "../formula/Expression";
import type { PageWorld } from "./PageWorld";
import type { ThreeWayGradient } from "./Workbench";

/** ∂of/∂by at the inputs: the document's formula, automatic differentiation, and a central difference. */
export function threeWayGradient(
  page: PageWorld,
  claim: Derivative,
  formula: NodeId,
  indices: Readonly<Record<string, number>>,
  inputs: Readonly<Record<string, number>>,
): ThreeWayGradient | null {
  const by = claim.by[0];
  if (by === undefined || claim.by.length !== 1) return null;
  const [of, point] = [page.node(claim.of, indices, null), page.node(by, indices, null)];
  if (!("node" in of) || !("node" in point)) return null;
  const { builder } = page.world;
  const slope = derivative(builder, of.node, point.node);
  if (slope === null) return null;
  const first = run(compile(builder.nodes, [formula, slope, point.node]), inputs, 1);
  const [stated, automatic, at] = [
    first[0]?.[0] ?? Number.NaN,
    first[1]?.[0] ?? Number.NaN,
    first[2]?.[0] ?? Number.NaN,
  ];
  const h = 2 ** -17 * Math.max(1, Math.abs(at));
  const ends = Float64Array.of(at - h, at + h);
  const program = compile(builder.nodes, [of.node], [point.node]);
  const [low, high] = run(program, inputs, 2, undefined, new Map([[point.node, ends]]))[0] as unknown as readonly [
    number,
    number,
  ];
  const central = (high - low) / ((ends[1] as number) - (ends[0] as number));
  return { formula: stated, automatic, central, h, digits: digits(automatic, central) };
}

/** Decimal digits on which two numbers agree. */
function digits(first: number, second: number): number {
  if (!Number.isFinite(first) || !Number.isFinite(second)) return 0;
  const size = Math.max(Math.abs(first), Math.abs(second));
  if (size === 0 || first === second) return 16;
  return Math.max(0, Math.min(16, Math.floor(-Math.log10(Math.abs(first - second) / size))));
}
