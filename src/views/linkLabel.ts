import type { GraphLayout, Point } from "./graphLayout";
import type { GraphLink } from "./graphParts";

/**
 * Where a link's number stands: in the place that the layout kept, else where the lit links are furthest apart, which
 * is at the end that they do not share.
 */
export function linkLabel(
  { ways }: GraphLayout,
  links: readonly GraphLink[],
  at: number,
  lit: ReadonlySet<number>,
): Point {
  const way = ways[at];
  if (way === undefined) return { x: 0, y: 0 };
  if (way.label !== null) return way.label;
  const own = links[at];
  const others = [...lit].filter((other) => other !== at).map((other) => links[other]);
  const sharesEnd = others.some((other) => other?.to === own?.to);
  const sharesStart = others.some((other) => other?.from === own?.from);
  return pointAlong(way.points, sharesEnd && !sharesStart ? 0.3 : sharesStart && !sharesEnd ? 0.7 : 0.5);
}

/** The point at a share of a way's length. */
export function pointAlong(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map((to, at) => Math.hypot(to.x - (points[at]?.x ?? 0), to.y - (points[at]?.y ?? 0)));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [points[at], points[at + 1]];
    if (from === undefined || to === undefined) break;
    if (left <= length && length > 0)
      return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length };
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}
