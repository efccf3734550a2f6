import type { Probe } from "../check/Probe";
import type { AxisSpec, Workbench } from "../check/Workbench";
import type { Observation } from "../store/Observation";
import { secantSlope } from "./tangent";

/** A function over one axis with its derivative, and what both are at the current point. */
export interface SlopePicture {
  readonly at: Float64Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly now: number;
  readonly value: number;
  readonly slope: number;
  /** Slope of the line through the point and the one that lies `h` further on. */
  readonly secant: number;
  readonly h: number;
}

export function slopePicture(
  workbench: Workbench,
  probe: Probe,
  axis: AxisSpec,
  at: Float64Array,
  h: number,
  { bindings }: Observation,
): SlopePicture {
  const now = workbench.axisValue(axis.key, bindings);
  const [value = Number.NaN, other = Number.NaN] = probe.along(axis.key, Float64Array.of(now, now + h), bindings);
  return {
    at,
    values: probe.along(axis.key, at, bindings),
    slopes: probe.slopeAlong(axis.key, at, bindings),
    now,
    value,
    slope: probe.slope(axis.key, bindings),
    secant: secantSlope(now, value, h, other),
    h,
  };
}
