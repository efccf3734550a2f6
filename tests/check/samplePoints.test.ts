import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, everywhere, intersect, interval } from "../../src/check/Domain";
import { samplePoints } from "../../src/check/samplePoints";

const request = { constants: [], key: "x", seed: 1, core: 48, narrow: false };
const bound = fc.integer({ min: -50, max: 50 });
const anyInterval = fc
  .tuple(bound, fc.integer({ min: 1, max: 20 }), fc.boolean())
  .map(([low, width, open]) => interval(low, low + width, open));

describe("sample points", () => {
  it("lie in their domains", () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { minLength: 1, maxLength: 4 }), fc.nat(), (domains, seed) => {
        const { columns } = samplePoints({ ...request, domains, seed });
        columns.forEach((column, d) => {
          for (const value of column) expect(contains(domains[d] ?? everywhere, value)).toBe(true);
        });
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it("follow from key and seed alone", () => {
    const points = (key: string, seed: number) => samplePoints({ ...request, domains: [everywhere], key, seed });
    expect(points("x", 1)).toEqual(points("x", 1));
    expect(points("x", 1)).not.toEqual(points("x", 2));
    expect(points("x", 1)).not.toEqual(points("y", 1));
  });

  it("come close to the constants of a step", () => {
    const values = [...(samplePoints({ ...request, domains: [everywhere], constants: [200] }).columns[0] ?? [])];
    expect(values).toEqual(expect.arrayContaining([200, -200, 200.5, 199.5, -204, 400]));
  });

  it("take no other values than those of a finite set", () => {
    const domain = { ...interval(0, 1, false), values: [0, 1] };
    const { columns } = samplePoints({ ...request, domains: [domain] });
    expect(new Set(columns[0])).toEqual(new Set([0, 1]));
  });
});

describe("a domain", () => {
  it("holds what both parts of an intersection hold", () => {
    fc.assert(
      fc.property(
        anyInterval,
        anyInterval,
        bound,
        (one, other, value) =>
          contains(intersect(one, other), value) === (contains(one, value) && contains(other, value)),
      ),
      { seed: 1 },
    );
  });
});
