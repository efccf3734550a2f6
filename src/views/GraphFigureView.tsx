import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import { printName } from "../formula/printName";
import { FigureToolsView } from "./FigureToolsView";
import { numberText } from "./formatNumber";
import { GraphPictureView } from "./GraphPictureView";
import { useOpenPage } from "./PageContext";
import { plainTex } from "./plainTex";

/** How the section's function is made: values flow forward, slopes back. */
export default function GraphFigureView(): ReactNode {
  const { page } = useOpenPage();
  const { workbench, observation } = page;
  const { bindings } = useSyncExternalStore(observation.subscribe, observation.getState, observation.getState);
  const { indices } = bindings;
  const graph = useMemo(
    () => (workbench.loss === null ? null : workbench.graph(workbench.loss.expression, workbench.loss.scope, indices)),
    [workbench, indices],
  );
  if (graph === null)
    return <p className="figure-empty">The function of this section has no value, so there is nothing to draw.</p>;
  return <FlowView graph={graph} seen={graph.observe(bindings.inputs)} />;
}

interface FlowProps {
  readonly graph: ComputationGraph;
  readonly seen: GraphObservation;
}

function FlowView({ graph, seen }: FlowProps): ReactNode {
  const { page } = useOpenPage();
  const root = useRef<HTMLDivElement>(null);
  const [node, setNode] = useState<number | null>(null);
  const count = graph.nodes.length;
  const [reached, setReached] = useState(2 * count);
  const loss = plainTex(page.workbench.loss?.tex ?? "");
  const names = graph.nodes.map(({ key }) => (key === "" ? loss : plainTex(texOf(key))));
  const move = (by: number) => setReached((before) => Math.min(Math.max(before + by, 0), 2 * count));
  return (
    <div className="figure">
      <div ref={root} className="graph-scroll">
        <GraphPictureView graph={graph} seen={seen} names={names} reached={reached} light={setNode} />
      </div>
      <div className="figure-controls">
        <button type="button" className="button button-small" onClick={() => setReached(0)}>
          From the start
        </button>
        <button type="button" className="button button-small" disabled={reached === 0} onClick={() => move(-1)}>
          One back
        </button>
        <button type="button" className="button button-small" disabled={reached === 2 * count} onClick={() => move(1)}>
          One on
        </button>
        <span role="status">{phase(reached, count)}</span>
      </div>
      <p className="figure-says">
        {node === null
          ? "Point at a node, or move to it by keyboard, to see its slope."
          : sumOfPaths(graph, seen, names, node)}
      </p>
      <FigureToolsView
        root={root}
        table={() => ({
          columns: ["node", "value", "slope of the output"],
          rows: graph.nodes.map((_, at) => [at + 1, seen.values[at] ?? Number.NaN, seen.adjoints[at] ?? Number.NaN]),
        })}
      />
    </div>
  );
}

function phase(reached: number, count: number): string {
  if (reached < count) return `forward: ${reached} of ${count} values`;
  return reached === 2 * count ? "values and slopes" : `back: ${reached - count} of ${count} slopes`;
}

/** The chain rule at one node: over each edge that leaves it, local slope times what flows back. */
function sumOfPaths(
  { nodes, edges }: ComputationGraph,
  seen: GraphObservation,
  names: readonly string[],
  node: number,
): string {
  const output = names[nodes.findIndex(({ kind }) => kind === "output")] ?? "";
  const own = `${names[node]} = ${numberText(seen.values[node] ?? Number.NaN, 6)}`;
  const total = numberText(seen.adjoints[node] ?? Number.NaN, 6);
  const terms = edges.flatMap(({ from, to }, at) =>
    from === node
      ? [`${numberText(seen.adjoints[to] ?? Number.NaN, 4)} · ${numberText(seen.locals[at] ?? Number.NaN, 4)}`]
      : [],
  );
  return terms.length === 0
    ? `${own}, the output.`
    : `${own}. ∂${output}/∂${names[node]} = ${terms.map((term) => (terms.length > 1 ? `(${term})` : term)).join(" + ")} = ${total}.`;
}

/** "S_{1,2}" as TeX. */
function texOf(key: string): string {
  const found = /^(.*)_(?:\{([\d,]+)\}|(\d+))$/.exec(key);
  return found === null ? printName(key, []) : printName(found[1] ?? "", (found[2] ?? found[3] ?? "").split(","));
}
