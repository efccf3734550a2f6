import { contours } from "d3-contour";
import type { Extent } from "./steadyDomain";

/** Points along each side of a map. */
export const mapSide = 49;

/** Values between which equally many points of the map lie: flat valleys get lines as steep walls do. */
export function contourLevels(values: Float64Array, count: number): readonly number[] {
  const sorted = values.filter(Number.isFinite).sort();
  const levels = Array.from(
    { length: count },
    (_, at) => sorted[Math.floor(((at + 1) / (count + 1)) * sorted.length)] ?? Number.NaN,
  );
  return [...new Set(levels.filter(Number.isFinite))];
}

/** The points of a map, row by row from the lower left. */
export function mapPoints(x: Extent, y: Extent): { readonly x: Float64Array; readonly y: Float64Array } {
  const place = ([low, high]: Extent, at: number) => low + ((high - low) * at) / (mapSide - 1);
  const count = mapSide * mapSide;
  return {
    x: Float64Array.from({ length: count }, (_, at) => place(x, at % mapSide)),
    y: Float64Array.from({ length: count }, (_, at) => place(y, Math.floor(at / mapSide))),
  };
}

/** The region above each level as path data in a box of the given size, y upwards. */
export function contourPaths(
  values: Float64Array,
  levels: readonly number[],
  width: number,
  height: number,
): readonly string[] {
  const px = (value: number, size: number) => Math.round(((value - 0.5) / (mapSide - 1)) * size * 10) / 10;
  return contours()
    .size([mapSide, mapSide])
    .thresholds([...levels])([...values])
    .map(({ coordinates }) =>
      coordinates
        .flat()
        .map((ring) => `M${ring.map(([cx = 0, cy = 0]) => `${px(cx, width)},${px(mapSide - cy, height)}`).join("L")}Z`)
        .join(""),
    );
}
