import { describe, expect, test } from "vitest";
import { graphLayout, nodeHeight, nodeWidth } from "../../src/views/graphLayout";
import { graphParts } from "../../src/views/graphParts";
import { alongPath, graphPaths } from "../../src/views/graphPaths";
import { neighbour } from "../../src/views/neighbour";

type Nodes = Parameters<typeof graphParts>[0]["nodes"];

/** z_1…z_K → S_1…S_K → L, with labels. */
function softmax(count: number): Parameters<typeof graphParts>[0] {
  const each = (name: string, kind: "input" | "defined", depth: number): Nodes =>
    Array.from({ length: count }, (_, at) => ({ key: `${name}_${at + 1}`, kind, depth }));
  const nodes: Nodes = [
    ...each("z", "input", 0),
    ...each("y", "input", 0),
    ...each("S", "defined", 1),
    { key: "", kind: "output", depth: 2 },
  ];
  const places = Array.from({ length: count }, (_, at) => at);
  const edges = [
    ...places.flatMap((from) => places.map((to) => ({ from, to: 2 * count + to }))),
    ...places.flatMap((at) => [
      { from: 2 * count + at, to: 3 * count },
      { from: count + at, to: 3 * count },
    ]),
  ];
  return { nodes, edges };
}

const neuron: Parameters<typeof graphParts>[0] = {
  nodes: [
    { key: "x", kind: "input", depth: 0 },
    { key: "w", kind: "input", depth: 0 },
    { key: "y", kind: "input", depth: 0 },
    { key: "z", kind: "defined", depth: 1 },
    { key: "a", kind: "defined", depth: 2 },
    { key: "L", kind: "output", depth: 3 },
  ],
  edges: [
    { from: 0, to: 3 },
    { from: 1, to: 3 },
    { from: 3, to: 4 },
    { from: 4, to: 5 },
    { from: 2, to: 5 },
  ],
};

const none = new Set<string>();

describe.each([
  ["a neuron", graphParts(neuron, none, false)],
  ["four classes", graphParts(softmax(4), new Set(["y_1", "y_2", "y_3", "y_4"]), false)],
  ["ten classes, folded", graphParts(softmax(10), none, true)],
])("%s", (_, drawn) => {
  const { places, ways } = graphLayout(drawn);

  test("no two nodes overlap", () => {
    places.forEach((one, at) => {
      for (const other of places.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= nodeWidth || Math.abs(one.y - other.y) >= nodeHeight).toBe(true);
    });
  });

  test("edges run one way", () => {
    const gaps = drawn.links.map(({ from, to }) => [
      (places[to]?.x ?? 0) - (places[from]?.x ?? 0),
      (places[to]?.y ?? 0) - (places[from]?.y ?? 0),
    ]);
    expect(gaps.every(([x = 0]) => x >= nodeWidth) || gaps.every(([, y = 0]) => y >= nodeHeight)).toBe(true);
  });

  test("numbers of edges stand apart from each other and from nodes", () => {
    const labels = ways.flatMap(({ label }) => (label === null ? [] : [label]));
    labels.forEach((one, at) => {
      for (const other of labels.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= 40 || Math.abs(one.y - other.y) >= 12).toBe(true);
      for (const { x, y } of places)
        expect(one.x <= x || one.x >= x + nodeWidth || one.y <= y || one.y >= y + nodeHeight).toBe(true);
    });
  });
});

test("folded, each symbol is one node and its edges are one", () => {
  const { parts, links } = graphParts(softmax(10), none, true);
  expect(parts.map(({ symbol, members }) => [symbol, members.length])).toEqual([
    ["z", 10],
    ["y", 10],
    ["S", 10],
    ["", 1],
  ]);
  expect(links.map(({ edges }) => edges.length).toSorted((a, b) => a - b)).toEqual([10, 10, 100]);
});

test("labels are one node also where nothing else is folded", () => {
  const { parts } = graphParts(softmax(3), new Set(["y_1", "y_2", "y_3"]), false);
  expect(parts.filter(({ kind }) => kind === "label")).toHaveLength(1);
  expect(parts).toHaveLength(8);
});

test("one path leads from z_1 to L through each class, each a product of two", () => {
  const graph = softmax(3);
  const { paths, isCut } = graphPaths(graph, 0, 10);
  expect(isCut).toBe(false);
  expect(paths).toHaveLength(3);
  const locals = Float64Array.from(graph.edges, (_, at) => at + 1);
  for (const path of paths) {
    const [first = 0, second = 0] = path;
    expect(graph.edges[first]?.to).toBe(graph.edges[second]?.from);
    expect(alongPath(path, locals)).toBe((first + 1) * (second + 1));
  }
  expect(graphPaths(graph, 0, 2)).toMatchObject({ isCut: true, paths: [expect.anything(), expect.anything()] });
});

test("arrow keys follow an edge and come back", () => {
  const drawn = graphParts(neuron, none, false);
  const layout = graphLayout(drawn);
  const at = (symbol: string) => drawn.parts.findIndex((part) => part.symbol === symbol);
  const isDownwards = (layout.places[at("L")]?.y ?? 0) > (layout.places[at("z")]?.y ?? 0) + nodeHeight;
  const [onwards, back] = isDownwards ? ["ArrowDown", "ArrowUp"] : ["ArrowRight", "ArrowLeft"];
  expect(neighbour(drawn, layout, at("z"), onwards)).toBe(at("a"));
  expect(neighbour(drawn, layout, at("a"), back)).toBe(at("z"));
  expect(neighbour(drawn, layout, at("L"), onwards)).toBeNull();
});
