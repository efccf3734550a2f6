import { expect, test } from "vitest";
import { graphLayout, nodeHeight, nodeWidth } from "../../src/views/graphLayout";

const nodes = [
  { key: "x", kind: "input", depth: 0 },
  { key: "y", kind: "input", depth: 0 },
  { key: "a", kind: "defined", depth: 1 },
  { key: "L", kind: "output", depth: 2 },
] as const;
const edges = [
  { from: 0, to: 2 },
  { from: 1, to: 3 },
  { from: 2, to: 3 },
];

test("every edge leads to the right, and no two nodes overlap", () => {
  const { places } = graphLayout({ nodes, edges });
  for (const { from, to } of edges) expect(places[from]?.x ?? 0).toBeLessThan((places[to]?.x ?? 0) - nodeWidth);
  places.forEach((one, at) => {
    for (const other of places.slice(at + 1))
      expect(Math.abs(one.x - other.x) >= nodeWidth || Math.abs(one.y - other.y) >= nodeHeight).toBe(true);
  });
});

test("an input stands just before what is made of it", () => {
  const { places } = graphLayout({ nodes, edges });
  expect(places[1]?.x).toBe(places[2]?.x);
});
