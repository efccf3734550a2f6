import { expect, test } from "vitest";
import { csvText } from "../../src/views/FigureTable";
import { lineThrough, secantSlope } from "../../src/views/tangent";

test("a tangent touches where it is drawn", () => {
  expect(lineThrough(1, 2, 3, [0, 1])).toEqual([-1, 2]);
  expect(lineThrough(1, 2, 0, [-5, 5])).toEqual([2, 2]);
});

test.each([1, 0.1, 1e-3, 1e-6])("the secant of x² at 3 over %d is 6 + h", (h) => {
  expect(secantSlope(3, 9, h, (3 + h) ** 2)).toBeCloseTo(6 + h, 8);
});

test("data keep every digit, undefined values are empty, names with commas are quoted", () => {
  expect(
    csvText({
      columns: ["x", "w_{1,2}"],
      rows: [
        [0.1, Number.NaN],
        [1 / 3, -1],
      ],
    }),
  ).toBe('x,"w_{1,2}"\r\n0.1,\r\n0.3333333333333333,-1\r\n');
});
