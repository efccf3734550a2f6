import type { Bindings } from "../check/Bindings";
import type { ComputationGraph } from "../check/computationGraph";
import type { Workbench } from "../check/Workbench";

const known = new WeakMap<Workbench, Map<string, ComputationGraph | null>>();

/** The computational graph of a page's loss at the chosen indices, made once for each choice; null without a loss. */
export function pageGraph(workbench: Workbench, indices: Bindings["indices"]): ComputationGraph | null {
  const { loss } = workbench;
  if (loss === null) return null;
  const own = known.get(workbench) ?? new Map<string, ComputationGraph | null>();
  known.set(workbench, own);
  const key = workbench.indices.map(({ letter }) => indices[letter]).join();
  const before = own.get(key);
  if (before !== undefined) return before;
  const graph = workbench.graph(loss.expression, loss.scope, indices);
  own.set(key, graph);
  return graph;
}
