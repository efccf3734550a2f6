import { expect, test, vi } from "vitest";
import type { Workbench } from "../../src/check/Workbench";
import { createPage } from "../../src/store/createPage";
import { handSchedule } from "./handSchedule";
import { smallBench } from "./smallBench";

// The core stands without React: any import of it fails here.
vi.mock("react", () => {
  throw new Error("The store imports React");
});

function openPage(workbench: Workbench = smallBench) {
  const { schedule, turn } = handSchedule();
  return { page: createPage(workbench, 2, schedule), turn };
}

function counted(): { readonly workbench: Workbench; readonly evaluations: () => number } {
  let evaluations = 0;
  const workbench: Workbench = {
    ...smallBench,
    lineValues: (bindings) => {
      evaluations += 1;
      return smallBench.lineValues(bindings);
    },
  };
  return { workbench, evaluations: () => evaluations };
}

test("a hundred slider events between two frames are one evaluation", () => {
  const { workbench, evaluations } = counted();
  const { page, turn } = openPage(workbench);
  const before = evaluations();
  for (let event = 1; event <= 100; event += 1) page.setInput("x", event / 100);
  expect(evaluations()).toBe(before);
  expect(turn()).toBe(1);
  expect(evaluations()).toBe(before + 1);
  expect([...page.observation.getState().lineValues]).toEqual([2, 2]);
});

test("stepping, tabs and switches evaluate nothing", () => {
  const { workbench, evaluations } = counted();
  const { page, turn } = openPage(workbench);
  const before = evaluations();
  page.goTo(2);
  page.change({ tab: "graph", showAll: true });
  expect(turn()).toBe(0);
  expect(evaluations()).toBe(before);
});

test("an index moves the values that depend on it", () => {
  const { page, turn } = openPage();
  page.setIndex("k", 3);
  turn();
  expect([...page.observation.getState().lineValues]).toEqual([1, 1.5]);
});

test.each([
  ["beyond the range", { x: 99 }, { x: 3 }],
  ["below the range", { x: -99 }, { x: -3 }],
  ["not a number", { x: Number.NaN }, { x: 0.5 }],
  ["an input that is not there", { q: 1 }, { q: undefined }],
])("%s", (_, set, expected) => {
  const { page } = openPage();
  page.setInputs(set);
  expect(page.state.getState().bindings.inputs).toMatchObject(
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
  );
  expect(Object.keys(page.state.getState().bindings.inputs)).toEqual(smallBench.inputs.map(({ key }) => key));
});

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [-7, 1],
])("going to line %d of 2 arrives at %d", (asked, arrived) => {
  const { page } = openPage();
  page.goTo(asked);
  expect(page.state.getState().step).toBe(arrived);
});

test("a drag is undone as one change, and redone", () => {
  const { page } = openPage();
  const x = () => page.state.getState().bindings.inputs.x;
  for (const value of [0.6, 0.7, 0.8]) page.setInput("x", value);
  expect(page.isMoving()).toBe(true);
  page.settle();
  expect(page.isMoving()).toBe(false);
  for (const value of [0.9, 1]) page.setInput("x", value);
  page.settle();
  page.undo();
  expect(x()).toBe(0.8);
  page.undo();
  expect(x()).toBe(0.5);
  page.undo();
  expect(x()).toBe(0.5);
  page.redo();
  page.redo();
  expect(x()).toBe(1);
});

test("a new change leaves nothing to redo", () => {
  const { page } = openPage();
  page.setInputs({ x: 1 });
  page.undo();
  page.setInputs({ x: 2 });
  page.redo();
  expect(page.state.getState().bindings.inputs.x).toBe(2);
});

test("after it is left, a page evaluates nothing", () => {
  const { page, turn } = openPage();
  page.setInput("x", 1);
  page.dispose();
  expect(turn()).toBe(0);
});
