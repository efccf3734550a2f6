import type { GraphNode, NodeId } from "./Graph";

export interface Below {
  /** Input nodes, by node number. */
  readonly inputs: readonly NodeId[];
  /** Decimal constants, as doubles. */
  readonly constants: readonly number[];
  /** Number of nodes that the outputs need. */
  readonly size: number;
}

/** What a list of outputs is made of. */
export function inputsBelow(nodes: readonly GraphNode[], outputs: readonly NodeId[]): Below {
  const seen = new Set<NodeId>(outputs);
  const pending = [...outputs];
  const inputs: NodeId[] = [];
  const constants: number[] = [];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const node = nodes[id];
    if (node === undefined) continue;
    if (node.op === "input") inputs.push(id);
    else if (node.op === "constant") constants.push(Number(node.text));
    else
      for (const arg of node.args)
        if (!seen.has(arg)) {
          seen.add(arg);
          pending.push(arg);
        }
  }
  return { inputs: inputs.toSorted((a, b) => a - b), constants: constants.toSorted((a, b) => a - b), size: seen.size };
}
