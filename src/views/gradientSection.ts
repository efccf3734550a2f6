import type { Bindings } from "../check/Bindings";
import type { Probe } from "../check/Probe";

/** A function of two inputs along the line of its gradient: uphill to the right, the point in the middle. */
export interface GradientSection {
  /** Signed distance from the point. */
  readonly at: Float64Array;
  readonly values: Float64Array;
  readonly value: number;
  /** Length of the gradient: the section's slope at the point. */
  readonly slope: number;
}

const points = 121;

export function gradientSection(
  probe: Probe,
  [first, second]: readonly [string, string],
  reach: number,
  bindings: Bindings,
): GradientSection {
  const [dx, dy] = [probe.slope(first, bindings), probe.slope(second, bindings)];
  const slope = Math.hypot(dx, dy);
  const at = Float64Array.from({ length: points }, (_, place) => reach * ((2 * place) / (points - 1) - 1));
  const [ux, uy] = slope > 0 ? [dx / slope, dy / slope] : [1, 0];
  const [x, y] = [bindings.inputs[first] ?? Number.NaN, bindings.inputs[second] ?? Number.NaN];
  return {
    at,
    values: probe.over(
      first,
      second,
      at.map((t) => x + t * ux),
      at.map((t) => y + t * uy),
      bindings,
    ),
    value: probe.value(bindings),
    slope,
  };
}
