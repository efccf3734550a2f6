import type { GraphLayout } from "./graphLayout";
import type { GraphParts } from "./graphParts";

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The part that an arrow key leads to: along an edge if one leads that way, else the nearest that way; or null. */
export function neighbour(
  { parts, links }: GraphParts,
  { places }: GraphLayout,
  from: number,
  key: string,
): number | null {
  const direction = directions[key];
  const start = places[from];
  if (direction === undefined || start === undefined) return null;
  const [dx, dy] = direction;
  const linked = new Set(
    links.flatMap((link) => (link.from === from ? [link.to] : link.to === from ? [link.from] : [])),
  );
  const found = parts.flatMap((_, at) => {
    const place = places[at];
    if (place === undefined || at === from) return [];
    const [x, y] = [place.x - start.x, place.y - start.y];
    const [along, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)];
    if (along <= 1) return [];
    return [{ at, cost: along + 2 * aside + (linked.has(at) ? 0 : 1e4) }];
  });
  return found.toSorted((one, other) => one.cost - other.cost)[0]?.at ?? null;
}
