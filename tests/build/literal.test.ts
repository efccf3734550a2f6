import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { literal } from "../../src/build/literal";

/** Evaluates in a context of its own and brings the result back to this one's prototypes. */
const read = (code: string): unknown => structuredClone(runInNewContext(`(${code})`));

describe("literal", () => {
  it.each([NaN, Infinity, -Infinity, -0, 0.1])("carries %s", (number) => {
    expect(read(literal({ left: number }))).toEqual({ left: number });
  });

  it("brings back any plain data", () => {
    const data = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(data, fc.double(), (value, number) => {
        expect(read(literal({ value, number }))).toEqual({ value, number });
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
