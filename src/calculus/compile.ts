import { fuseProducts } from "./fuseProducts";
import type { GraphNode, NodeId } from "./Graph";
import { onlyNeeded, type Program } from "./Program";
import { reachable } from "./reachable";
import { kernelSelection } from "./selectKernels";

/** Makes a graph ready to run. `cut` nodes are not computed from their definitions: `run` takes their values as overrides. */
export function compile(nodes: readonly GraphNode[], outputs: readonly NodeId[], cut: readonly NodeId[] = []): Program {
  const cuts = new Set(cut);
  const selection = kernelSelection();
  for (const id of reachable(nodes, outputs, (at) => cuts.has(at))) {
    const node = nodes[id];
    if (cuts.has(id)) selection.cut(id);
    else if (node !== undefined) selection.take(id, node);
  }
  return fuseProducts(onlyNeeded({ values: selection.values, outputs: outputs.map(selection.valueOf) }));
}
