import { compile } from "../calculus/compile";
import { adjoints, derivative } from "../calculus/differentiate";
import { run } from "../calculus/evaluate";
import type { GraphNode, NodeId } from "../calculus/Graph";
import type { GraphBuilder } from "../calculus/GraphBuilder";
import type { Program } from "../calculus/Program";
import { replaceNode } from "../calculus/replaceNode";

/** The document's own quantities between the inputs and one output, and how each hangs on the next. */
export interface ComputationGraph {
  readonly nodes: readonly ComputationNode[];
  readonly edges: readonly ComputationEdge[];
  /** Forward value and adjoint ∂output/∂node of each node, local derivative of each edge. */
  readonly observe: (inputs: Readonly<Record<string, number>>) => GraphObservation;
}

export interface ComputationNode {
  /** Key of an input, or of a defined symbol's entry: "x", "a", "S_{1,2}". */
  readonly key: string;
  readonly kind: "input" | "defined" | "output";
  /** Number of edges of the longest way from an input: nodes in this order are in topological order. */
  readonly depth: number;
}

export interface ComputationEdge {
  readonly from: number;
  readonly to: number;
}

export interface GraphObservation {
  readonly values: Float64Array;
  readonly adjoints: Float64Array;
  readonly locals: Float64Array;
}

/** The computational graph above `output`, at the granularity of the document's symbols. */
export function computationGraph(builder: GraphBuilder, output: NodeId): ComputationGraph {
  const order: NodeId[] = [];
  const below = new Map<NodeId, readonly NodeId[]>();
  const visit = (id: NodeId): void => {
    if (below.has(id)) return;
    const next = nearest(builder.nodes, id);
    below.set(id, next);
    next.forEach(visit);
    order.push(id);
  };
  visit(output);
  const place = new Map(order.map((id, at) => [id, at]));
  const depth: number[] = [];
  order.forEach((id, at) => {
    depth[at] = Math.max(0, ...(below.get(id) ?? []).map((other) => 1 + (depth[place.get(other) as number] as number)));
  });
  const edges = order.flatMap((id, to) =>
    (below.get(id) ?? []).map((from) => ({ from: place.get(from) as number, to })),
  );
  const locals = edges.map(({ from, to }) =>
    localDerivative(builder, order[to] as NodeId, order[from] as NodeId, below),
  );
  const sweep = adjoints(builder, output);
  const zero = builder.constant(0);
  const adjointNodes = order.map((id) => (id === output ? builder.constant(1) : (sweep.get(id) ?? zero)));
  const program: Program = compile(builder.nodes, [...order, ...adjointNodes, ...locals]);
  return {
    nodes: order.map((id, at) => ({
      key: keyOf(builder.nodes[id]),
      kind: id === output ? "output" : builder.nodes[id]?.op === "input" ? "input" : "defined",
      depth: depth[at] as number,
    })),
    edges,
    observe: (inputs) => {
      const columns = run(program, inputs, 1);
      const take = (from: number, count: number) =>
        Float64Array.from({ length: count }, (_, at) => columns[from + at]?.[0] ?? Number.NaN);
      return {
        values: take(0, order.length),
        adjoints: take(order.length, order.length),
        locals: take(2 * order.length, edges.length),
      };
    },
  };
}

/** The named symbols and inputs that a node is directly made of. */
function nearest(nodes: readonly GraphNode[], id: NodeId): readonly NodeId[] {
  const node = nodes[id];
  const found = new Set<NodeId>();
  const seen = new Set<NodeId>();
  const pending: NodeId[] = node !== undefined && "args" in node ? [...node.args] : [];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const inner = nodes[at];
    if (inner?.op === "named" || inner?.op === "input") found.add(at);
    else if (inner !== undefined && "args" in inner) pending.push(...inner.args);
  }
  return [...found].sort((a, b) => a - b);
}

/** ∂to/∂from with the other symbols that `to` is made of standing still. */
function localDerivative(
  builder: GraphBuilder,
  to: NodeId,
  from: NodeId,
  below: ReadonlyMap<NodeId, readonly NodeId[]>,
): NodeId {
  const node = builder.nodes[to];
  const body = node !== undefined && node.op === "named" ? node.args[0] : to;
  if (body === from) return builder.constant(1);
  const still = (below.get(to) ?? []).reduce(
    (formula, symbol) =>
      symbol === from ? formula : replaceNode(builder, formula, symbol, builder.apply("frozen", [symbol])),
    body,
  );
  const place = builder.input(` local ${from}`);
  const open = replaceNode(builder, still, from, place);
  const slope = derivative(builder, open, place);
  return slope === null ? builder.constant(0) : replaceNode(builder, slope, place, from);
}

function keyOf(node: GraphNode | undefined): string {
  return node !== undefined && (node.op === "named" || node.op === "input") ? node.name : "";
}
