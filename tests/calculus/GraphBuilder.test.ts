import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphBuilder } from "../../src/calculus/GraphBuilder";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("a graph", () => {
  it("holds equal things once", () => {
    const b = graphBuilder();
    const [x, y, z] = [b.input("x"), b.input("y"), b.input("z")];
    expect(b.input("x")).toBe(x);
    expect(b.times(x, y)).toBe(b.times(y, x));
    expect(b.sum([x, y, z])).toBe(b.sum([z, x, y]));
    expect(b.apply("max", [x, y, x])).toBe(b.apply("max", [y, x]));
    expect(b.over(x, y)).not.toBe(b.over(y, x));
    expect(b.named("a", x)).toBe(b.named("a", x));
    expect(b.named("a", x)).not.toBe(b.named("a", y));
    expect(b.named("a", x)).not.toBe(x);
    expect(b.apply("frozen", [x])).not.toBe(x);
  });

  it.each([
    ["0.240", "0.24"],
    ["+3", "3.0"],
    ["1e-3", ".001"],
    ["-0", "0"],
    ["1200", "1.2e3"],
    ["nonsense", "NaN"],
  ])("reads %s and %s as one constant", (one, other) => {
    const b = graphBuilder();
    expect(b.constant(one)).toBe(b.constant(other));
  });

  it("tells 1/10 from the double nearest to it", () => {
    const b = graphBuilder();
    expect(b.constant(0.1)).not.toBe(b.constant("0.1"));
    expect(b.constant(0.5)).toBe(b.constant("0.5"));
  });

  it("writes every double's exact value", () => {
    fc.assert(
      fc.property(finite, (value) => {
        const b = graphBuilder();
        const node = b.nodes[b.constant(value)];
        expect(node?.op === "constant" ? Number(node.text) : null).toBe(value === 0 ? 0 : value);
      }),
      { seed: 1 },
    );
  });

  it.each<[string, (b: ReturnType<typeof graphBuilder>, x: number) => readonly [number, number]]>([
    ["x + 0 = x", (b, x) => [b.plus(x, b.constant(0)), x]],
    ["x − 0 = x", (b, x) => [b.minus(x, b.constant(0)), x]],
    ["1 · x = x", (b, x) => [b.times(b.constant(1), x), x]],
    ["−1 · x = −x", (b, x) => [b.times(b.constant(-1), x), b.negative(x)]],
    ["−(−x) = x", (b, x) => [b.negative(b.negative(x)), x]],
    ["x / 1 = x", (b, x) => [b.over(x, b.constant(1)), x]],
    ["x^1 = x", (b, x) => [b.raise(x, b.constant(1)), x]],
    ["0.1 + 0.2 = 0.3", (b) => [b.plus(b.constant("0.1"), b.constant("0.2")), b.constant("0.3")]],
    ["1 / 8 = 0.125", (b) => [b.over(b.constant(1), b.constant(8)), b.constant("0.125")]],
    ["2^10 = 1024", (b) => [b.raise(b.constant(2), b.constant(10)), b.constant(1024)]],
    ["2^-1 = 0.5", (b) => [b.raise(b.constant(2), b.constant(-1)), b.constant("0.5")]],
    ["the empty sum is 0", (b) => [b.sum([]), b.constant(0)]],
    ["the empty product is 1", (b) => [b.product([]), b.constant(1)]],
  ])("simplifies %s", (_law, sides) => {
    const b = graphBuilder();
    const [left, right] = sides(b, b.input("x"));
    expect(left).toBe(right);
  });

  it.each<[string, (b: ReturnType<typeof graphBuilder>, x: number) => number, string]>([
    ["0 · log x", (b, x) => b.times(b.constant(0), b.apply("log", [x])), "multiply"],
    ["x^0", (b, x) => b.raise(x, b.constant(0)), "power"],
    ["1 / 3", (b) => b.over(b.constant(1), b.constant(3)), "divide"],
    ["1 / 0", (b) => b.over(b.constant(1), b.constant(0)), "divide"],
    ["2^(10^9)", (b) => b.raise(b.constant(2), b.constant("1e9")), "power"],
    ["x − x", (b, x) => b.minus(x, x), "add"],
  ])("keeps %s", (_name, make, op) => {
    const b = graphBuilder();
    expect(b.nodes[make(b, b.input("x"))]?.op).toBe(op);
  });
});
