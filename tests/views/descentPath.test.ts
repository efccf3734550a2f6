import { expect, test } from "vitest";
import { descentPath, trendOf } from "../../src/views/descentPath";

const loss = ([x = 0]: readonly number[]) => x * x;
const gradient = ([x = 0]: readonly number[]) => [2 * x];
const uphill = ([x = 0]: readonly number[]) => [-2 * x];

test("each step of x² at rate 1/4 halves x", () => {
  const { points, losses } = descentPath({ start: [8], rate: 0.25, gradient, loss }, 3);
  expect(points).toEqual([[8], [4], [2], [1]]);
  expect(losses).toEqual([64, 16, 4, 1]);
});

test("the same start gives the same path", () => {
  const problem = {
    start: [0.3, 1.7],
    rate: 0.1,
    gradient: ([x = 0, y = 0]: readonly number[]) => [Math.sin(x * y), Math.exp(x)],
    loss,
  };
  expect(descentPath(problem, 50)).toEqual(descentPath(problem, 50));
});

test.each([
  ["starting", 0, 0.25, gradient],
  ["falling", 3, 0.25, gradient],
  ["resting", 99, 0.25, gradient],
  ["too-long", 3, 1.5, gradient],
  ["uphill", 3, 0.25, uphill],
  ["undefined", 5, 1e200, gradient],
] as const)("%s after %d steps at rate %d", (trend, count, rate, used) => {
  const path = descentPath({ start: [8], rate, gradient: used, loss }, count);
  expect(trendOf(path, count, used, gradient)).toBe(trend);
});
