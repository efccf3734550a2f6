import type { ComputationGraph } from "../check/computationGraph";
import { symbolOf } from "./entryNames";

/** What is drawn as one node: an entry, or all entries of a symbol folded into one. */
export interface GraphPart {
  /** Name of the symbol: "z" of z_{1,2}. */
  readonly symbol: string;
  /** Places of its entries in the graph's nodes, in topological order. */
  readonly members: readonly number[];
  readonly kind: "input" | "label" | "defined" | "output";
  /** Parts in this order are in topological order. */
  readonly depth: number;
}

/** What is drawn as one edge: all edges between the members of two parts. */
export interface GraphLink {
  readonly from: number;
  readonly to: number;
  readonly edges: readonly number[];
}

export interface GraphParts {
  readonly parts: readonly GraphPart[];
  readonly links: readonly GraphLink[];
}

/**
 * The graph as it is drawn. Labels are data: their entries are always one node. `isFolded` folds every other symbol of
 * several entries too.
 */
export function graphParts(
  { nodes, edges }: Pick<ComputationGraph, "nodes" | "edges">,
  labels: ReadonlySet<string>,
  isFolded: boolean,
): GraphParts {
  const places = new Map<string, number[]>();
  nodes.forEach(({ key, kind }, at) => {
    const isLabel = labels.has(key);
    const name = kind !== "output" && (isFolded || isLabel) ? `folded ${symbolOf(key)}` : `node ${at}`;
    places.set(name, [...(places.get(name) ?? []), at]);
  });
  const parts = [...places.values()]
    .map((members): GraphPart => {
      const [first = 0] = members;
      const { key = "", kind = "input" } = nodes[first] ?? {};
      return {
        symbol: symbolOf(key),
        members,
        kind: labels.has(key) ? "label" : kind,
        depth: Math.max(...members.map((member) => nodes[member]?.depth ?? 0)),
      };
    })
    .toSorted((one, other) => one.depth - other.depth || (one.members[0] ?? 0) - (other.members[0] ?? 0));
  const partOf = new Map(parts.flatMap(({ members }, at) => members.map((member) => [member, at] as const)));
  const links = new Map<string, { from: number; to: number; edges: number[] }>();
  edges.forEach(({ from, to }, edge) => {
    const [start = 0, end = 0] = [partOf.get(from), partOf.get(to)];
    const link = links.get(`${start} ${end}`) ?? { from: start, to: end, edges: [] };
    link.edges.push(edge);
    links.set(`${start} ${end}`, link);
  });
  return { parts, links: [...links.values()] };
}
