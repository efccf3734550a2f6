import { expect, test } from "vitest";
import { contourLevels, contourPaths, mapPoints, mapSide } from "../../src/views/contourMap";

test("a map's points run row by row from its lower left", () => {
  const { x, y } = mapPoints([0, 1], [-2, 2]);
  expect([x[0], y[0], x[mapSide - 1], y[mapSide - 1], x.at(-1), y.at(-1)]).toEqual([0, -2, 1, -2, 1, 2]);
});

test("levels part the values evenly; undefined ones and repetitions count nothing", () => {
  expect(contourLevels(Float64Array.of(5, 1, Number.NaN, 3, 4, 2, 6, 7, 8), 3)).toEqual([3, 5, 7]);
  expect(contourLevels(new Float64Array(9).fill(2), 4)).toEqual([2]);
});

test("the line of x over [0, 1] at one half stands in the middle", () => {
  const { x } = mapPoints([0, 1], [0, 1]);
  const [path = ""] = contourPaths(x, [0.5], 100, 100);
  const inside = [...path.matchAll(/([\d.-]+),([\d.-]+)/g)].filter(([, , y]) => Number(y) > 2 && Number(y) < 98);
  expect(Math.min(...inside.map(([, px]) => Number(px)))).toBeCloseTo(50, 0);
});
