import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { initialPageState, type PageState } from "../../src/store/PageState";
import { type Addressable, readQuery, writeQuery } from "../../src/store/permalink";
import { smallBench } from "./smallBench";

const page: Addressable = { workbench: smallBench, steps: 7, tabs: ["step", "graph", "slope"] };
const initial = initialPageState(smallBench);

function restored(query: string): PageState {
  return { ...initial, ...readQuery(query, page).changes };
}

const anyState: fc.Arbitrary<PageState> = fc.record({
  step: fc.integer({ min: 1, max: page.steps }),
  tab: fc.constantFrom(...page.tabs),
  axis: fc.constantFrom(null, "x", "z"),
  showAll: fc.boolean(),
  numbers: fc.boolean(),
  softLabels: fc.boolean(),
  classes: fc.constant(null),
  prediction: fc.constant(null),
  bindings: fc.record({
    inputs: fc
      .tuple(...smallBench.inputs.map(({ min, max }) => fc.double({ min, max, noNaN: true })))
      .map((values) => Object.fromEntries(smallBench.inputs.map(({ key }, at) => [key, values[at] ?? 0]))),
    indices: fc.record({ k: fc.integer({ min: 1, max: 3 }), i: fc.integer({ min: 1, max: 2 }) }),
  }),
});

test("every state comes back from its address, to the last bit", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(restored(writeQuery(state, page))).toEqual(state);
    }),
    { numRuns: 500 },
  );
});

test("a page as it opens needs no query", () => {
  expect(writeQuery(initial, page)).toBe("");
});

test("what a reader chose is legible in the address", () => {
  const bindings = { inputs: { ...initial.bindings.inputs, x: -1.25, "w_{1,2}": 2 }, indices: { k: 3, i: 1 } };
  expect(writeQuery({ ...initial, step: 4, bindings }, page)).toBe("step=4&index=k:3&x=-1.25&w_%7B1,2%7D=2");
});

test("an input that is named like a part of the address has a name of its own there", () => {
  const bindings = { ...initial.bindings, inputs: { ...initial.bindings.inputs, step: 7, ".dot": 3 } };
  expect(writeQuery({ ...initial, bindings }, page)).toBe(".step=7&..dot=3");
  expect(restored(".step=7&..dot=3").bindings).toEqual(bindings);
});

describe("what is invalid is named and changes nothing", () => {
  test.each([
    ["step=0", "bad-value"],
    ["step=8", "bad-value"],
    ["step=two", "bad-value"],
    ["step=1e1", "bad-value"],
    ["tab=secret", "bad-value"],
    ["axis=q", "bad-value"],
    ["show=none", "bad-value"],
    ["x=", "bad-value"],
    ["x=NaN", "bad-value"],
    ["x=1e309", "bad-value"],
    ["x=4", "bad-value"],
    ["x=0x10", "bad-value"],
    ["index=k:4", "bad-value"],
    ["index=q:1", "bad-value"],
    ["index=k", "bad-value"],
    ["q=1", "unknown-part"],
    ["__proto__=1", "unknown-part"],
    ["constructor=1", "unknown-part"],
    ["%E0%A4%A=1", "unknown-part"],
  ])("%s", (query, code) => {
    const { changes, notices } = readQuery(query, page);
    expect(notices).toEqual([{ code, part: query }]);
    expect(changes).toEqual({});
  });

  test("beside what is valid", () => {
    const { changes, notices } = readQuery("?step=3&x=oops&y_1=0.5&", page);
    expect(changes.step).toBe(3);
    expect(changes.bindings?.inputs).toEqual({ ...initial.bindings.inputs, y_1: 0.5 });
    expect(notices).toEqual([{ code: "bad-value", part: "x=oops" }]);
  });

  test("a query beyond 8 kB is not read at all", () => {
    expect(readQuery(`step=2&q=${"1".repeat(8192)}`, page)).toEqual({
      changes: {},
      notices: [{ code: "too-long", part: "8201" }],
    });
  });

  test("whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
        const state = restored(query);
        expect(state.step).toBeGreaterThanOrEqual(1);
        expect(state.step).toBeLessThanOrEqual(page.steps);
        for (const { key, min, max } of smallBench.inputs) {
          expect(state.bindings.inputs[key]).toBeGreaterThanOrEqual(min);
          expect(state.bindings.inputs[key]).toBeLessThanOrEqual(max);
        }
      }),
      { numRuns: 500 },
    );
  });
});
