import { expect, test } from "vitest";
import { initialBindings } from "../../src/store/PageState";
import { classesOfStart, scenarioInputs, startBindings, startOf } from "../../src/views/scenarioInputs";
import { smallBench } from "../store/smallBench";

const inputs = ["x", "z_1", "z_2"].map((key) => ({ key, name: key.replace(/_.*/, "") }));

test.each([
  ["a number", { x: 2 }, { x: 2 }],
  ["a list", { z: [3, -1] }, { z_1: 3, z_2: -1 }],
  ["a list that is short", { z: [3] }, { z_1: 3 }],
  ["what the page has not", { q: 1, r: [1, 2] }, {}],
])("%s", (_, values, keys) => {
  expect(scenarioInputs({ values }, inputs)).toEqual(keys);
});

const far = { name: "far", look: "", section: null, values: { x: 5 } };
const labelled = { name: "labelled", look: "", section: null, values: { x: 2, y: [0.5, 0.5, 0] } };
const starts = [null, far, labelled];

test("a start is the page's own values and over them its own, as far as the inputs go", () => {
  expect(startBindings(null, smallBench)).toEqual(initialBindings(smallBench));
  expect(startBindings(far, smallBench).inputs).toMatchObject({ x: 3, y_2: 1 });
  expect(startBindings(labelled, smallBench).inputs).toMatchObject({ x: 2, y_1: 0.5, y_2: 0.5, y_3: 0 });
});

test.each([
  [null, null],
  [far, null],
  [labelled, 3],
])("%o is for %s classes", (start, classes) => {
  expect(classesOfStart(start)).toBe(classes);
});

test.each([
  ["the page's own", startBindings(null, smallBench).inputs, null, null],
  ["a scenario's, held to the limits", startBindings(far, smallBench).inputs, null, far],
  ["a scenario's with labels", startBindings(labelled, smallBench).inputs, 3, labelled],
  ["the same with another number of classes", startBindings(labelled, smallBench).inputs, 4, undefined],
  ["one input elsewhere", { ...startBindings(far, smallBench).inputs, x: 2.9 }, null, undefined],
])("where the inputs are: %s", (_, inputs, classes, start) => {
  expect(startOf(starts, smallBench, classes, { inputs, indices: {} })).toBe(start);
});

test("of several starts with the same values, the first", () => {
  const same = { ...far, name: "same" };
  expect(startOf([same, ...starts], smallBench, null, startBindings(far, smallBench))).toBe(same);
});
