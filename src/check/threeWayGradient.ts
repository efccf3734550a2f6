import { compile } from "../calculus/compile";
import { derivative } from "../calculus/differentiate";
import { runAt } from "../calculus/evaluate";
import { centralDifference, curveOf, errorAgainstStep, type StepError } from "../calculus/finiteDifference";
import type { NodeId } from "../calculus/Graph";
import type { Derivative } from "../formula/Expression";
import type { PageWorld } from "./PageWorld";
import type { ThreeWayGradient } from "./Workbench";

type Inputs = Readonly<Record<string, number>>;

/** A derivative of a page at one choice of its indices, compiled to be tried at many inputs. */
export interface GradientTrial {
  /** ∂of/∂by: the document's formula, automatic differentiation, and a central difference. Null without a formula. */
  readonly threeWay: (inputs: Inputs) => ThreeWayGradient | null;
  /** |difference quotient − automatic derivative| against h, with the model's truncation and rounding arms. */
  readonly stepErrors: (inputs: Inputs) => readonly StepError[];
}

/** Null where the claim is no derivative by one thing, or nothing flows from it. */
export function gradientTrial(
  page: PageWorld,
  claim: Derivative,
  formula: NodeId | null,
  indices: Readonly<Record<string, number>>,
): GradientTrial | null {
  const by = claim.by[0];
  if (by === undefined || claim.by.length !== 1) return null;
  const [of, point] = [page.node(claim.of, indices, null), page.node(by, indices, null)];
  if (!("node" in of) || !("node" in point)) return null;
  const slope = derivative(page.world.builder, of.node, point.node);
  if (slope === null) return null;
  const { nodes } = page.world.builder;
  const here = compile(nodes, [slope, point.node, ...(formula === null ? [] : [formula])]);
  const along = compile(nodes, [of.node], [point.node]);
  const curve = (inputs: Inputs) => curveOf(nodes, of.node, point.node, inputs, along);
  return {
    threeWay: (inputs) => {
      const [automatic = Number.NaN, at = Number.NaN, stated] = runAt(here, inputs);
      if (stated === undefined) return null;
      const { value: central, h } = centralDifference(curve(inputs), at);
      return { formula: stated, automatic, central, h, digits: digits(automatic, central) };
    },
    stepErrors: (inputs) => {
      const [exact = Number.NaN, at = Number.NaN] = runAt(here, inputs);
      return errorAgainstStep(curve(inputs), at, exact);
    },
  };
}

/** Decimal digits on which two numbers agree. */
function digits(first: number, second: number): number {
  if (!Number.isFinite(first) || !Number.isFinite(second)) return 0;
  const size = Math.max(Math.abs(first), Math.abs(second));
  if (size === 0 || first === second) return 16;
  return Math.max(0, Math.min(16, Math.floor(-Math.log10(Math.abs(first - second) / size))));
}
