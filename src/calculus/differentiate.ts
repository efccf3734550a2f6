import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { operations } from "./operations";
import { argumentsOf, reachable } from "./reachable";

/** One sweep per output: ∂L/∂z_k for all k are entries of one map. */
const sweeps = new WeakMap<GraphBuilder, Map<NodeId, ReadonlyMap<NodeId, NodeId>>>();

/**
 * Reverse mode as a transformation of the graph: for every node that `of` is computed from and that depends on an
 * input or a named symbol, the node of its adjoint. The adjoint of a named node is ∂of/∂that symbol, the symbol cut
 * from its own definition and everything else flowing. A node that `of` reaches only through piecewise constant
 * places (a condition, a sign) has adjoint 0. `frozen` lets nothing through: what lies behind it is absent.
 *
 * Adjoints are ordinary nodes, so the sweep works on its own output.
 */
export function adjoints(builder: GraphBuilder, of: NodeId): ReadonlyMap<NodeId, NodeId> {
  const known = sweeps.get(builder) ?? new Map<NodeId, ReadonlyMap<NodeId, NodeId>>();
  sweeps.set(builder, known);
  const before = known.get(of);
  if (before !== undefined) return before;
  const swept = sweep(builder, of);
  known.set(of, swept);
  return swept;
}

/** ∂of/∂by as a node, or null where nothing flows from `by` to `of`: that is not the number 0. */
export function derivative(builder: GraphBuilder, of: NodeId, by: NodeId): NodeId | null {
  const found = adjoints(builder, of).get(by) ?? null;
  // A derivative that is older than what it is taken of, as e^x of e^x, needs no other form.
  if (found !== null && found > of) {
    const known = origins.get(builder) ?? new Map<NodeId, DerivativeOrigin>();
    origins.set(builder, known);
    if (!known.has(found)) known.set(found, { of, by });
  }
  return found;
}

export interface DerivativeOrigin {
  readonly of: NodeId;
  readonly by: NodeId;
}

const origins = new WeakMap<GraphBuilder, Map<NodeId, DerivativeOrigin>>();

/** What a node that `derivative` made is a derivative of, and by what; null for other nodes. */
export function derivativeOrigin(builder: GraphBuilder, id: NodeId): DerivativeOrigin | null {
  return origins.get(builder)?.get(id) ?? null;
}

function sweep(builder: GraphBuilder, of: NodeId): ReadonlyMap<NodeId, NodeId> {
  const { nodes } = builder;
  const order = reachable(nodes, [of], (id) => nodes[id]?.op === "frozen");
  const variable = variables(builder, order);
  const received = new Map<NodeId, NodeId[]>([[of, [builder.constant(1)]]]);
  const found = new Map<NodeId, NodeId>();

  for (const id of order.toReversed()) {
    const node = nodes[id];
    if (node === undefined || !variable.has(id)) continue;
    const shares = received.get(id) ?? [];
    const adjoint = builder.sum(shares);
    found.set(id, adjoint);
    if (shares.length === 0) continue;
    const args = argumentsOf(node);
    args.forEach((arg, index) => {
      if (!variable.has(arg)) return;
      const share =
        node.op === "named"
          ? adjoint
          : node.op === "constant" || node.op === "input"
            ? null
            : operations[node.op].pull(builder, id, args, adjoint, index);
      if (share === null) return;
      const shared = received.get(arg);
      if (shared === undefined) received.set(arg, [share]);
      else shared.push(share);
    });
  }
  return found;
}

/** Those that depend on an input or a named symbol. */
function variables({ nodes }: GraphBuilder, order: readonly NodeId[]): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const id of order) {
    const node = nodes[id];
    if (node?.op === "input" || node?.op === "named" || argumentsOf(node).some((arg) => found.has(arg))) found.add(id);
  }
  return found;
}
