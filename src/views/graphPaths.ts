import type { ComputationGraph } from "../check/computationGraph";

export interface GraphPaths {
  /** Each path as its edges in order. */
  readonly paths: readonly (readonly number[])[];
  /** There are more than were looked for. */
  readonly isCut: boolean;
}

/** Every way from a node to the output, at most `most` of them: their number may grow with every layer. */
export function graphPaths(
  { nodes, edges }: Pick<ComputationGraph, "nodes" | "edges">,
  start: number,
  most: number,
): GraphPaths {
  const leaving = new Map<number, number[]>();
  for (const [edge, { from }] of edges.entries()) leaving.set(from, [...(leaving.get(from) ?? []), edge]);
  const paths: (readonly number[])[] = [];
  let isCut = false;
  const visit = (node: number, path: readonly number[]): void => {
    if (nodes[node]?.kind === "output") {
      if (paths.length < most) paths.push(path);
      else isCut = true;
      return;
    }
    for (const edge of leaving.get(node) ?? []) {
      if (isCut) return;
      visit(edges[edge]?.to ?? start, [...path, edge]);
    }
  };
  visit(start, []);
  return { paths, isCut };
}

/** The chain rule along one path: the product of its local derivatives. */
export function alongPath(path: readonly number[], locals: Float64Array): number {
  return path.reduce((product, edge) => product * (locals[edge] ?? Number.NaN), 1);
}
