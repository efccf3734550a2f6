import type { ExactEvaluation } from "../calculus/evaluateExact";
import type { GraphNode, NodeId } from "../calculus/Graph";
import { reachable } from "../calculus/reachable";

/**
 * Operations with branches of which the sampled points saw one side only: |x| with x never negative, max(0, x) with x
 * never positive, a case that never applied. A step that holds says so beside its verdict.
 */
export function oneSidedBranches(
  nodes: readonly GraphNode[],
  outputs: readonly NodeId[],
  values: ExactEvaluation,
): readonly string[] {
  const found = new Set<string>();
  for (const id of reachable(nodes, outputs)) {
    const node = nodes[id];
    if (node === undefined || !("args" in node)) continue;
    const columns = node.args.map((arg) => values.valuesOf(arg)?.hi ?? new Float64Array(0));
    const [first, second] = columns;
    if (first === undefined) continue;
    const reached = (test: (point: number) => boolean) => first.some((_, point) => test(point));
    if (
      node.op === "abs" &&
      !(reached((at) => (first[at] as number) > 0) && reached((at) => (first[at] as number) < 0))
    )
      found.add("the absolute value");
    if (node.op === "select" && !(reached((at) => first[at] === 1) && reached((at) => first[at] === 0)))
      found.add("the cases");
    if (
      (node.op === "max" || node.op === "min") &&
      second !== undefined &&
      columns.length === 2 &&
      !(
        reached((at) => (first[at] as number) > (second[at] as number)) &&
        reached((at) => (first[at] as number) < (second[at] as number))
      )
    )
      found.add(`the ${node.op}imum`);
  }
  return [...found];
}
