import { expect, test } from "vitest";
import { fromSignedLog, signedLog } from "../../src/views/signedLog";
import { undefinedStretches } from "../../src/views/undefinedStretches";

test.each([0, 1e-15, -1e-9, 0.5, -3, 1e12])("%d comes back from its signed logarithm", (value) => {
  expect(Math.abs(fromSignedLog(signedLog(value)) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
});

test("opposite differences are drawn opposite, and a factor of ten takes the same room anywhere", () => {
  expect(signedLog(-2)).toBe(-signedLog(2));
  expect(signedLog(1e-4) - signedLog(1e-5)).toBeCloseTo(signedLog(10) - signedLog(1), 9);
});

test("stretches where a side is undefined reach half way to their neighbours and not beyond the ends", () => {
  const at = Float64Array.of(0, 1, 2, 3, 4);
  const one = Float64Array.of(Number.NaN, 1, 1, 1, 1);
  const other = Float64Array.of(1, 1, Number.NaN, Number.NaN, 1);
  expect(undefinedStretches(at, [one, other])).toEqual([
    [0, 0.5],
    [1.5, 3.5],
  ]);
});
