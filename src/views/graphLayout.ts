import { Graph, layout } from "@dagrejs/dagre";
import type { GraphParts } from "./graphParts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where parts stand (their upper left corner) and how links run. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly places: readonly Point[];
  readonly ways: readonly GraphWay[];
}

export interface GraphWay {
  readonly points: readonly Point[];
  /** Middle of the place that is kept for the link's number; null where links are too many for it. */
  readonly label: Point | null;
}

export const nodeWidth = 70;
export const nodeHeight = 46;
const label = { width: 48, height: 13, labelpos: "c" as const };
const margins = { marginx: 3, marginy: 3 };

/** More links than this have no room for their numbers. */
const mostLabels = 12;

/** The bench's width: what is wider is scrolled or drawn smaller. */
const roomyWidth = 396;

/** Layers from left to right or downwards, whichever needs less room of the bench. */
export function graphLayout(graph: GraphParts): GraphLayout {
  if (graph.links.length > mostLabels) return inColumns(graph);
  const [across, down] = [laidOut(graph, "LR"), laidOut(graph, "TB")];
  const cost = ({ width, height }: GraphLayout) => Math.max(1, width / roomyWidth) * 1000 + height;
  return cost(across) < cost(down) ? across : down;
}

function laidOut({ parts, links }: GraphParts, rankdir: "LR" | "TB"): GraphLayout {
  const graph = new Graph();
  const isAcross = rankdir === "LR";
  graph.setGraph({ rankdir, nodesep: isAcross ? 10 : 12, ranksep: isAcross ? 8 : 14, edgesep: 4, ...margins });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const at of parts.keys()) graph.setNode(String(at), { width: nodeWidth, height: nodeHeight });
  for (const { from, to } of links) graph.setEdge(String(from), String(to), { ...label });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const middles = parts.map((_, at): Point => {
    const { x = 0, y = 0 } = graph.node(String(at));
    return { x, y };
  });
  const turn = isReversed(middles, isAcross ? "y" : "x")
    ? ({ x, y }: Point): Point => (isAcross ? { x, y: height - y } : { x: width - x, y })
    : (point: Point): Point => point;
  return {
    width,
    height,
    places: middles.map((middle) => cornerOf(turn(middle))),
    ways: links.map(({ from, to }) => {
      const { points = [], x, y } = graph.edge(String(from), String(to));
      return {
        points: points.map(turn),
        label: x !== undefined && y !== undefined ? turn({ x, y }) : null,
      };
    }),
  };
}

/** Many edges are read best as straight lines between even columns, whose layers and order the layout has found. */
function inColumns({ parts, links }: GraphParts): GraphLayout {
  const { places: found } = laidOut({ parts, links }, "LR");
  const layers = [...new Set(found.map(({ x }) => Math.round(x)))].toSorted((one, other) => one - other);
  const columns = layers.map((layer) =>
    found.flatMap(({ x }, at) => (Math.round(x) === layer ? [at] : [])).toSorted((a, b) => yOf(a) - yOf(b)),
  );
  function yOf(at: number): number {
    return found[at]?.y ?? 0;
  }
  const gap = Math.min(Math.max((roomyWidth - layers.length * nodeWidth) / Math.max(layers.length - 1, 1), 54), 92);
  const pitch = nodeHeight + 10;
  const tallest = Math.max(...columns.map(({ length }) => length));
  const middles: Point[] = [];
  columns.forEach((column, layer) => {
    column.forEach((at, place) => {
      middles[at] = {
        x: 3 + nodeWidth / 2 + layer * (nodeWidth + gap),
        y: 3 + nodeHeight / 2 + ((tallest - column.length) / 2 + place) * pitch,
      };
    });
  });
  const middle = (at: number): Point => middles[at] ?? { x: 0, y: 0 };
  return {
    width: 6 + layers.length * (nodeWidth + gap) - gap,
    height: 6 + tallest * pitch - 10,
    places: middles.map(cornerOf),
    ways: links.map(({ from, to }) => ({
      points: [
        { x: middle(from).x + nodeWidth / 2, y: middle(from).y },
        { x: middle(to).x - nodeWidth / 2, y: middle(to).y },
      ],
      label: null,
    })),
  };
}

function cornerOf({ x, y }: Point): Point {
  return { x: x - nodeWidth / 2, y: y - nodeHeight / 2 };
}

/** Within a layer, most parts stand against their order: z_2 before z_1. The mirrored layout is as good. */
function isReversed(middles: readonly Point[], across: "x" | "y"): boolean {
  const along = across === "x" ? "y" : "x";
  let balance = 0;
  middles.forEach((one, at) => {
    for (const other of middles.slice(at + 1))
      if (Math.abs(one[along] - other[along]) < 1) balance += Math.sign(one[across] - other[across]);
  });
  return balance > 0;
}

/** A way as path data, rounded between its points. */
export function wayPath({ points }: GraphWay): string {
  const [first, ...others] = points;
  if (first === undefined) return "";
  const text = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  const bends = others.slice(0, -1).map((point, at) => {
    const next = others[at + 1] ?? point;
    const end = at === others.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${text(point)} ${text(end)}`;
  });
  return `M${text(first)}${bends.length === 0 ? others.map((point) => `L${text(point)}`).join("") : bends.join("")}`;
}
