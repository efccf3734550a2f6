import fc from "fast-check";
import { expect, test } from "vitest";
import { type Extent, extentOf, roundedOut, steadyDomain, ticksOf } from "../../src/views/steadyDomain";

test.each([
  [
    [-1, 0],
    [-1.25, 0],
  ],
  [
    [0, 6],
    [0, 7.5],
  ],
  [
    [2, 2],
    [0.75, 3.25],
  ],
  [
    [0, 0],
    [-0.6, 0.6],
  ],
] as const)("data over %j get an axis over about %j", (wanted, expected) => {
  const [low, high] = steadyDomain(null, wanted);
  expect(low).toBeLessThanOrEqual(wanted[0]);
  expect(high).toBeGreaterThanOrEqual(wanted[1]);
  expect(high - low).toBeLessThanOrEqual(1.6 * (expected[1] - expected[0]));
});

const extents = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([low, span]): Extent => [low, low + span]);

test("an axis holds its data, has round ends, and stays while the data move a little", () => {
  fc.assert(
    fc.property(extents, ([low, high]) => {
      const domain = steadyDomain(null, [low, high]);
      expect(domain[0]).toBeLessThanOrEqual(low);
      expect(domain[1]).toBeGreaterThanOrEqual(high);
      const inner: Extent = [low + (high - low) * 0.1, high - (high - low) * 0.1];
      expect(steadyDomain(domain, inner)).toBe(domain);
      const beyond: Extent = [domain[0], domain[1] + (domain[1] - domain[0])];
      expect(steadyDomain(domain, beyond)).not.toBe(domain);
    }),
  );
});

test("an axis that has become far too large is left", () => {
  const wide = roundedOut(-100, 100);
  expect(steadyDomain(wide, [-1, 1])[1]).toBeLessThan(2);
});

test.each([
  [[-6, 6], 6, [-6, -4, -2, 0, 2, 4, 6]],
  [[0, 1], 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [[-1.25, 0], 5, [-1.25, -1, -0.75, -0.5, -0.25, 0]],
] as const)("ticks of %j, about %d of them", (domain, count, ticks) => {
  expect(ticksOf(domain, count)).toEqual(ticks);
});

test("a pole does not flatten the rest of the curve", () => {
  const at = Float64Array.from({ length: 101 }, (_, index) => index / 10 - 5);
  const [low, high] = extentOf([at.map((x) => 1 / (x + 0.0001))]) ?? [0, 0];
  expect(high).toBeLessThan(20);
  expect(low).toBeGreaterThan(-20);
});

test("a curve that is defined nowhere asks for no axis", () => {
  expect(extentOf([Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY)])).toBeNull();
});
