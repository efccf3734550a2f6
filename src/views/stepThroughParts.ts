import type { LineSide, PartPlace } from "./LineSide";

/**
 * Where an arrow key leads from a part: ↓ to the first part inside, ↑ to the one around, ← and → to its neighbours; at
 * the whole formula between the sides of the line. Null where there is nothing, the place itself at an end.
 */
export function stepThroughParts(place: PartPlace, key: string, sides: readonly LineSide[]): PartPlace | null {
  const { side, part } = place;
  const to = (next: number | undefined): PartPlace => (next === undefined || next < 0 ? place : { side, part: next });
  const childrenOf = (parent: number | null) =>
    side.parts.flatMap((one, at) => (one.parent === parent && at !== 0 ? [at] : []));
  switch (key) {
    case "ArrowDown":
      return to(childrenOf(part)[0]);
    case "ArrowUp":
      return to(side.parts[part]?.parent ?? undefined);
    case "ArrowLeft":
    case "ArrowRight": {
      const by = key === "ArrowLeft" ? -1 : 1;
      if (part === 0) {
        const other = sides.find(
          (one) => one.row === side.row && one.position === (by < 0 ? "left" : "right") && one !== side,
        );
        return other === undefined ? place : { side: other, part: 0 };
      }
      const neighbours = childrenOf(side.parts[part]?.parent ?? null);
      return to(neighbours[neighbours.indexOf(part) + by]);
    }
    default:
      return null;
  }
}
