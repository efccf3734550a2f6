import type { GraphNode, NodeId } from "./Graph";

/** Arguments of a node; none for constants and inputs. */
export function argumentsOf(node: GraphNode | undefined): readonly NodeId[] {
  return node !== undefined && "args" in node ? node.args : [];
}

/**
 * All nodes that the given ones are computed from, themselves included, arguments before their users. The arguments
 * of nodes in `cut` are not followed. Costs as much as what is reached, however large the graph.
 */
export function reachable(
  nodes: readonly GraphNode[],
  from: readonly NodeId[],
  cut: (id: NodeId) => boolean = () => false,
): readonly NodeId[] {
  const seen = new Set<NodeId>(from);
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (cut(id)) continue;
    for (const arg of argumentsOf(nodes[id])) {
      if (seen.has(arg)) continue;
      seen.add(arg);
      open.push(arg);
    }
  }
  return [...seen].sort((a, b) => a - b);
}
