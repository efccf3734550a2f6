import { compile } from "../calculus/compile";
import { derivative } from "../calculus/differentiate";
import { run } from "../calculus/evaluate";
import { centralDifference, curveOf, errorAgainstStep, type StepError } from "../calculus/finiteDifference";
import type { NodeId } from "../calculus/Graph";
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
  const parts = derivativeParts(page, claim, indices);
  if (parts === null) return null;
  const { nodes } = page.world.builder;
  const columns = run(compile(nodes, [formula, parts.slope, parts.point]), inputs, 1);
  const [stated, automatic, at] = [0, 1, 2].map((output) => columns[output]?.[0] ?? Number.NaN) as [
    number,
    number,
    number,
  ];
  const { value: central, h } = centralDifference(curveOf(nodes, parts.of, parts.point, inputs), at);
  return { formula: stated, automatic, central, h, digits: digits(automatic, central) };
}

/** |difference quotient − automatic derivative| against h, with the model's truncation and rounding arms. */
export function stepErrors(
  page: PageWorld,
  claim: Derivative,
  indices: Readonly<Record<string, number>>,
  inputs: Readonly<Record<string, number>>,
): readonly StepError[] | null {
  const parts = derivativeParts(page, claim, indices);
  if (parts === null) return null;
  const { nodes } = page.world.builder;
  const [slope, at] = run(compile(nodes, [parts.slope, parts.point]), inputs, 1).map(
    (column) => column[0] ?? Number.NaN,
  );
  return errorAgainstStep(curveOf(nodes, parts.of, parts.point, inputs), at ?? Number.NaN, slope ?? Number.NaN);
}

/** The differentiated function, the point it is differentiated at, and its derivative, as nodes. */
function derivativeParts(
  page: PageWorld,
  claim: Derivative,
  indices: Readonly<Record<string, number>>,
): { readonly of: NodeId; readonly point: NodeId; readonly slope: NodeId } | null {
  const by = claim.by[0];
  if (by === undefined || claim.by.length !== 1) return null;
  const [of, point] = [page.node(claim.of, indices, null), page.node(by, indices, null)];
  if (!("node" in of) || !("node" in point)) return null;
  const slope = derivative(page.world.builder, of.node, point.node);
  return slope === null ? null : { of: of.node, point: point.node, slope };
}

/** Decimal digits on which two numbers agree. */
function digits(first: number, second: number): number {
  if (!Number.isFinite(first) || !Number.isFinite(second)) return 0;
  const size = Math.max(Math.abs(first), Math.abs(second));
  if (size === 0 || first === second) return 16;
  return Math.max(0, Math.min(16, Math.floor(-Math.log10(Math.abs(first - second) / size))));
}
