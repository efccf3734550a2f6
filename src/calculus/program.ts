import type { GraphNode, NodeId, Operation } from "./Graph";
import type { DoubleColumn } from "./OperationRow";
import { operations } from "./operations";
import { argumentsOf, reachable } from "./reachable";

/**
 * A graph made ready to run on columns of doubles: each shared expression once, in order, and every column handed on
 * as soon as its last user has run. Columns are numbered; the first ones hold what stands still or comes from outside.
 */
export interface Program {
  readonly constants: readonly { readonly column: number; readonly value: number }[];
  readonly inputs: readonly { readonly column: number; readonly name: string }[];
  /** Nodes compiled as free numbers, to be given at each run. */
  readonly cuts: readonly { readonly column: number; readonly node: NodeId }[];
  readonly instructions: readonly Instruction[];
  /** Column of each output, in the order asked for. */
  readonly outputs: readonly number[];
  readonly columns: number;
}

export interface Instruction {
  readonly op: Operation;
  readonly run: DoubleColumn;
  readonly to: number;
  readonly args: readonly number[];
}

/** `cut` nodes are not computed from their definitions: `run` takes their values as overrides. */
export function compile(nodes: readonly GraphNode[], outputs: readonly NodeId[], cut: readonly NodeId[] = []): Program {
  const cuts = new Set(cut);
  const order = reachable(nodes, outputs, (id) => cuts.has(id));
  const source = (id: NodeId): NodeId => {
    let at = id;
    for (let node = nodes[at]; node?.op === "named" && !cuts.has(at); node = nodes[at]) at = node.args[0];
    return at;
  };
  const uses = countUses(nodes, order, outputs, cuts, source);
  const columns = columnPool();
  const columnOf = new Map<NodeId, number>();
  const columnFor = (id: NodeId): number => columnOf.get(source(id)) as number;

  const free = order.filter((id) => cuts.has(id) || nodes[id]?.op === "input" || nodes[id]?.op === "constant");
  const fixed = new Set(free);
  for (const id of free) columnOf.set(id, columns.take());

  const instructions: Instruction[] = [];
  for (const id of order) {
    const node = nodes[id];
    if (node === undefined || columnOf.has(id)) continue;
    if (node.op === "named" || node.op === "constant" || node.op === "input") continue;
    const args = node.args.map(columnFor);
    const to = columns.take();
    columnOf.set(id, to);
    instructions.push({ op: node.op, run: operations[node.op].double, to, args });
    for (const arg of new Set(node.args.map(source))) {
      const left = (uses.get(arg) ?? 0) - 1;
      uses.set(arg, left);
      if (left === 0 && !fixed.has(arg)) columns.give(columnOf.get(arg) as number);
    }
  }

  return {
    constants: free.flatMap((id) => {
      const node = nodes[id];
      return node?.op === "constant" && !cuts.has(id) ? [{ column: columnFor(id), value: Number(node.text) }] : [];
    }),
    inputs: free.flatMap((id) => {
      const node = nodes[id];
      return node?.op === "input" && !cuts.has(id) ? [{ column: columnFor(id), name: node.name }] : [];
    }),
    cuts: free.flatMap((id) => (cuts.has(id) ? [{ column: columnFor(id), node: id }] : [])),
    instructions,
    outputs: outputs.map(columnFor),
    columns: columns.size(),
  };
}

/** How many nodes use each node; an output is used once more, by the caller, so that its column is never handed on. */
function countUses(
  nodes: readonly GraphNode[],
  order: readonly NodeId[],
  outputs: readonly NodeId[],
  cuts: ReadonlySet<NodeId>,
  source: (id: NodeId) => NodeId,
): Map<NodeId, number> {
  const uses = new Map<NodeId, number>();
  const use = (id: NodeId): void => {
    uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const id of order) {
    const node = nodes[id];
    if (cuts.has(id) || node?.op === "named") continue;
    for (const arg of new Set(argumentsOf(node).map(source))) use(arg);
  }
  outputs.map(source).forEach(use);
  return uses;
}

function columnPool(): { take: () => number; give: (column: number) => void; size: () => number } {
  const spare: number[] = [];
  let made = 0;
  return {
    take: () => {
      const again = spare.pop();
      if (again !== undefined) return again;
      made += 1;
      return made - 1;
    },
    give: (column) => {
      spare.push(column);
    },
    size: () => made,
  };
}
