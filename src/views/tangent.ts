import type { Extent } from "./steadyDomain";

/** The straight line through (x, y) with a slope, at both ends of an extent. */
export function lineThrough(x: number, y: number, slope: number, [low, high]: Extent): readonly [number, number] {
  return [y + slope * (low - x), y + slope * (high - x)];
}

/** Slope of the line through (x, y) and (x + h, other). The distance is taken as it was rounded. */
export function secantSlope(x: number, y: number, h: number, other: number): number {
  return (other - y) / (x + h - x);
}
