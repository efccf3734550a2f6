import { expect, test } from "vitest";
import { scenarioInputs } from "../../src/views/scenarioInputs";

const inputs = ["x", "z_1", "z_2"].map((key) => ({ key, name: key.replace(/_.*/, "") }));

test.each([
  ["a number", { x: 2 }, { x: 2 }],
  ["a list", { z: [3, -1] }, { z_1: 3, z_2: -1 }],
  ["a list that is short", { z: [3] }, { z_1: 3 }],
  ["what the page has not", { q: 1, r: [1, 2] }, {}],
])("%s", (_, values, keys) => {
  expect(scenarioInputs({ values }, inputs)).toEqual(keys);
});
