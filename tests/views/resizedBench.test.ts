import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openWorkbench } from "../../src/check/openWorkbench";
import { compileDerivation } from "../../src/derivation/compile";
import { createPage } from "../../src/store/createPage";
import { readQuery, writeQuery } from "../../src/store/permalink";
import { pageClasses } from "../../src/views/pageClasses";
import { resizedBench } from "../../src/views/resizedBench";
import { handSchedule } from "../store/handSchedule";

const derivation = compileDerivation(readFileSync("src/library/softmax-cross-entropy.md", "utf8"));
const section = "hat-y-y";
const own = openWorkbench(derivation, section);
const resize = resizedBench(own, derivation, section);
const open = () => createPage(own, 9, handSchedule().schedule, resize);
const labels = (page: ReturnType<typeof open>) =>
  page.workbench.inputs
    .filter(({ role }) => role === "label")
    .map(({ key }) => page.state.getState().bindings.inputs[key]);

test.each([2, 3, 5, 7, 10])("%d classes are as many logits, labels and members of the index", (count) => {
  const bench = resize(count);
  expect(bench?.inputs.filter(({ role }) => role === "input")).toHaveLength(count);
  expect(bench?.inputs.filter(({ role }) => role === "label")).toHaveLength(count);
  expect(bench?.indices.map(({ size }) => size)).toEqual([count]);
  expect(bench === null ? null : pageClasses(bench, derivation, section)?.probes).toHaveLength(count);
});

test("the document's own number is its own workbench, and each other one is opened once", () => {
  expect(resize(4)).toBe(own);
  expect(resize(6)).toBe(resize(6));
});

test("a section without classes has none to choose", () => {
  const logistic = compileDerivation(readFileSync("src/library/math-for-backpropagation.md", "utf8"));
  const [first] = logistic.sections;
  const bench = openWorkbench(logistic, first?.id ?? "");
  expect(resizedBench(bench, logistic, first?.id ?? "")(3)).toBeNull();
});

test("inputs that stay keep their values, a one-hot label stays one-hot", () => {
  const page = open();
  page.setInput("z_{1,1}", -2.5);
  page.setIndex("k", 4);
  page.setClasses(2);
  expect(page.state.getState().bindings.inputs["z_{1,1}"]).toBe(-2.5);
  expect(page.state.getState().bindings.indices.k).toBe(2);
  expect(labels(page)).toEqual([0, 1]);
  expect(page.observation.getState().bindings).toBe(page.state.getState().bindings);
});

test.each([
  ["what remains is scaled", [0.2, 0.2, 0.1, 0.5], 2, [0.5, 0.5]],
  ["nothing remains: the last class has it", [0, 0, 0.7, 0.3], 2, [0, 1]],
  ["a class holds 1 at most, the rest goes to the one before", [0, 0, 0.8, 0.5], 2, [0.3, 1]],
  ["the same where one remains", [0, 0.8, 0.5, 0], 2, [0.3, 1]],
  ["what is lost is 0", [0.7, 0.3, 0, 0], 3, [0.7, 0.3, 0]],
  ["new classes get 0", [0, 0, 0.8, 0.5], 6, [0, 0, 0.8, 0.5, 0, 0]],
  ["nothing stays nothing", [0, 0, 0, 0], 2, [0, 0]],
])("labels that are not one-hot keep their sum: %s", (_, values, count, after) => {
  const page = open();
  page.setInputs(Object.fromEntries(values.map((value, at) => [`y_{1,${at + 1}}`, value])));
  expect(labels(page)).toEqual(values);
  page.setClasses(count);
  labels(page).forEach((value, at) => {
    expect(value).toBeCloseTo(after[at] ?? Number.NaN, 12);
  });
  expect(labels(page)).toHaveLength(count);
});

test("labels keep their sum over any walk of numbers of classes, as far as they can hold it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.integer({ min: 2, max: 10 }), { minLength: 1, maxLength: 6 }),
      (values, counts) => {
        const page = open();
        page.setInputs(Object.fromEntries(values.map((value, at) => [`y_{1,${at + 1}}`, value])));
        const sum = values.reduce((total, value) => total + value, 0);
        for (const count of counts) {
          page.setClasses(count);
          const now = labels(page).map((value) => value ?? Number.NaN);
          expect(now.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 9);
          expect(Math.max(...now)).toBeLessThanOrEqual(1);
          expect(Math.min(...now)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { seed: 4, numRuns: 60 },
  );
});

test("the number of classes is undone and redone with the inputs", () => {
  const page = open();
  const before = page.state.getState().bindings;
  page.setClasses(7);
  page.setInputs({ "z_{1,7}": 1.5 });
  const after = page.state.getState().bindings;
  page.undo();
  page.undo();
  expect(page.workbench).toBe(own);
  expect(page.state.getState().bindings).toBe(before);
  page.redo();
  page.redo();
  expect(page.workbench.inputs).toHaveLength(14);
  expect(page.state.getState()).toMatchObject({ classes: 7, bindings: after });
});

test("an address brings the number of classes back with everything else", () => {
  const page = open();
  page.setClasses(6);
  page.setInputs({ "z_{1,6}": -1.25 }, { k: 6 });
  const query = writeQuery(page.state.getState(), { workbench: page.workbench, steps: 9, tabs: [] });
  expect(query).toContain("classes=6");
  const { changes, notices } = readQuery(query, { workbench: own, steps: 9, tabs: [], resize });
  expect(notices).toEqual([]);
  const other = open();
  other.restore(changes);
  expect(other.state.getState()).toEqual(page.state.getState());
  expect([...other.observation.getState().lineValues]).toEqual([
    ...page.workbench.lineValues(page.state.getState().bindings),
  ]);
});

test.each(["classes=1", "classes=11", "classes=x"])("%s is named and changes nothing", (query) => {
  const { changes, notices } = readQuery(query, { workbench: own, steps: 9, tabs: [], resize });
  expect(changes).toEqual({});
  expect(notices).toEqual([{ code: "bad-value", part: query }]);
});
