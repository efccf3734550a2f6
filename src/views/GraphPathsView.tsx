import { type ReactNode, useCallback, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import { numberText } from "./formatNumber";
import type { GraphNames } from "./graphNames";
import type { GraphPaths } from "./graphPaths";
import { alongPath } from "./graphPaths";
import { pathNumbers, pathProduct } from "./graphTexts";
import { useWritten } from "./useWritten";

interface Props {
  readonly graph: ComputationGraph;
  readonly seen: StoreApi<GraphObservation>;
  readonly names: GraphNames;
  readonly node: number;
  readonly found: GraphPaths;
  readonly chosen: number | null;
  readonly choose: (path: number | null) => void;
  readonly point: (path: number | null) => void;
}

/** The chain rule from a node to the output: each path is a product, and their sum is the node's slope. */
export function GraphPathsView({ graph, seen, names, node, found, chosen, choose, point }: Props): ReactNode {
  const { paths, isCut } = found;
  const list = useRef<HTMLDivElement>(null);
  const write = useCallback(
    (now: GraphObservation) => {
      const root = list.current;
      if (root === null) return;
      root.querySelectorAll(".graph-path").forEach((button, at) => {
        const numbers = button.querySelector("[data-numbers]");
        if (numbers !== null) numbers.textContent = pathNumbers(paths[at] ?? [], now);
        button.setAttribute("data-product", String(alongPath(paths[at] ?? [], now.locals)));
      });
      const total = root.querySelector("[data-total]");
      if (total === null) return;
      const shown = paths.reduce((sum, path) => sum + alongPath(path, now.locals), 0);
      const slope = now.adjoints[node] ?? Number.NaN;
      total.textContent = isCut
        ? `the ${paths.length} paths above: ${numberText(shown, 6)}; with all others ${numberText(slope, 6)}, by automatic differentiation`
        : `${paths.length > 1 ? "Sum over the paths" : "The path"}: ${numberText(shown, 6)}; automatic differentiation: ${numberText(slope, 6)}`;
      total.setAttribute("data-total", String(shown));
      total.setAttribute("data-adjoint", String(slope));
    },
    [paths, isCut, node],
  );
  useWritten(seen, write);
  return (
    <div className="graph-paths" ref={list}>
      <h3 className="figure-title figure-formula">
        ∂{names.output}/∂{names.nodes[node]}, path by path
      </h3>
      {paths.map((path, at) => (
        <button
          key={path.join()}
          type="button"
          className="graph-path"
          aria-pressed={chosen === at}
          onClick={() => choose(chosen === at ? null : at)}
          onMouseEnter={() => point(at)}
          onMouseLeave={() => point(null)}
          onFocus={() => point(at)}
          onBlur={() => point(null)}
        >
          <span>{pathProduct(path, graph, names)}</span> <span data-numbers />
        </button>
      ))}
      <p className="figure-note" data-total="" />
    </div>
  );
}
