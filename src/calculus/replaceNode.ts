import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";

/** The same formula with one node replaced by another wherever it occurs below `root`. */
export function replaceNode(builder: GraphBuilder, root: NodeId, point: NodeId, replacement: NodeId): NodeId {
  const done = new Map<NodeId, NodeId>([[point, replacement]]);
  const pending: NodeId[] = [root];
  while (pending.length > 0) {
    const id = pending[pending.length - 1] as NodeId;
    const node = builder.nodes[id];
    if (node === undefined || done.has(id)) {
      pending.pop();
      continue;
    }
    const args = "args" in node ? node.args : [];
    const waiting = args.filter((arg) => !done.has(arg));
    if (waiting.length > 0) {
      pending.push(...waiting);
      continue;
    }
    pending.pop();
    const changed = args.map((arg) => done.get(arg) as NodeId);
    if (changed.every((arg, at) => arg === args[at])) done.set(id, id);
    else if (node.op === "named") done.set(id, builder.named(`${node.name} moved`, changed[0] as NodeId));
    else if (node.op !== "constant" && node.op !== "input") done.set(id, builder.apply(node.op, changed));
  }
  return done.get(root) as NodeId;
}
