import { expect, test } from "vitest";
import { typedTex } from "../../src/views/TypedLine";

test.each([
  ["a - y", "a - y"],
  ["= a - y", "a - y"],
  ["  &= a - y ", "a - y"],
  ["& = a", "a"],
  ["=", ""],
  ["a = y", "a = y"],
])("%s is the line %s", (typed, tex) => {
  expect(typedTex(typed)).toBe(tex);
});
