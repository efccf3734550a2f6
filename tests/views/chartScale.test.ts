import { expect, test } from "vitest";
import { chartScale, curvePath } from "../../src/views/chartScale";
import { differencesInUlps, lastPlace } from "../../src/views/curveSource";

const box = { x: 10, y: 20, width: 100, height: 50 };
const scale = chartScale(box, [0, 1], [-1, 1]);

test("values become pixels, upwards", () => {
  expect([scale.x(0), scale.x(1), scale.y(-1), scale.y(1)]).toEqual([10, 110, 70, 20]);
});

test("a curve has a gap where it is undefined", () => {
  const at = Float64Array.of(0, 0.25, 0.5, 0.75, 1);
  expect(curvePath(at, Float64Array.of(0, 1, Number.NaN, Number.POSITIVE_INFINITY, -1), scale, box)).toBe(
    "M10,45L35,20M110,70",
  );
});

test("a curve that is defined nowhere is an empty path", () => {
  expect(curvePath(Float64Array.of(0, 1), Float64Array.of(Number.NaN, Number.NaN), scale, box)).toBe("");
});

test("a value far outside is held beside the box", () => {
  expect(curvePath(Float64Array.of(0), Float64Array.of(1e300), scale, box)).toBe("M10,-180");
});

test.each([
  [1, 2 ** -52],
  [1.9, 2 ** -52],
  [2, 2 ** -51],
  [0.5, 2 ** -53],
  [0, 2 ** -1074],
])("the last place of %d is %d", (value, place) => {
  expect(lastPlace(value)).toBe(place);
});

test("neighbouring doubles are one unit apart, equal ones none", () => {
  const curves = {
    at: Float64Array.of(0, 1),
    now: 0,
    values: [],
    lines: [Float64Array.of(1, 3), Float64Array.of(1 + 2 ** -52, 3)],
  };
  expect([...differencesInUlps(curves)]).toEqual([1, 0]);
});
