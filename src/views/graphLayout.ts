import type { ComputationGraph } from "../check/computationGraph";

/** Where each node stands; edges lead from left to right. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

export const nodeWidth = 78;
export const nodeHeight = 46;
const gap = { x: 62, y: 12 };

/** One column for each depth; an input stands just before the first node that is made of it. */
export function graphLayout({ nodes, edges }: Pick<ComputationGraph, "nodes" | "edges">): GraphLayout {
  const columns = nodes.map(({ kind, depth }, at) => {
    const targets = edges.filter(({ from }) => from === at).map(({ to }) => nodes[to]?.depth ?? 0);
    return kind === "input" && targets.length > 0 ? Math.min(...targets) - 1 : depth;
  });
  const count = Math.max(0, ...columns) + 1;
  const members = Array.from({ length: count }, (_, column) =>
    columns.flatMap((own, at) => (own === column ? [at] : [])),
  );
  const tallest = Math.max(1, ...members.map(({ length }) => length));
  const height = tallest * (nodeHeight + gap.y) - gap.y;
  return {
    width: count * (nodeWidth + gap.x) - gap.x,
    height,
    places: nodes.map((_, at) => {
      const column = columns[at] ?? 0;
      const own = members[column] ?? [];
      const top = (height - own.length * (nodeHeight + gap.y) + gap.y) / 2;
      return { x: column * (nodeWidth + gap.x), y: top + own.indexOf(at) * (nodeHeight + gap.y) };
    }),
  };
}
