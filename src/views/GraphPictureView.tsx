import { type ReactNode, useMemo } from "react";
import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import { numberText } from "./formatNumber";
import { graphLayout, nodeHeight, nodeWidth } from "./graphLayout";
import { numbered } from "./numbered";

interface Props {
  readonly graph: ComputationGraph;
  readonly seen: GraphObservation;
  readonly names: readonly string[];
  /** So many values are shown, and beyond all values so many slopes from the output back. */
  readonly reached: number;
  readonly light: (node: number | null) => void;
}

/** More edges than this have no room for their numbers. */
const mostLabels = 12;

export function GraphPictureView({ graph, seen, names, reached, light }: Props): ReactNode {
  const { nodes, edges } = graph;
  const layout = useMemo(() => graphLayout(graph), [graph]);
  const count = nodes.length;
  const hasSlope = (at: number) => reached - count > count - 1 - at;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with parts that can be reached
    <svg
      className="graph-picture"
      viewBox={`-2 -2 ${layout.width + 4} ${layout.height + 4}`}
      role="group"
      aria-label={`Computational graph of ${count} nodes`}
    >
      {numbered(edges).map(({ entry: { from, to }, at }) => {
        const [start, end] = [layout.places[from], layout.places[to]];
        if (start === undefined || end === undefined) return null;
        const [x1, y1, x2, y2] = [start.x + nodeWidth, start.y + nodeHeight / 2, end.x, end.y + nodeHeight / 2];
        return (
          <g key={at} data-local={seen.locals[at]}>
            <line className={`graph-edge${hasSlope(to) ? " is-flowing" : ""}`} x1={x1} y1={y1} x2={x2} y2={y2} />
            {edges.length <= mostLabels && hasSlope(to) ? (
              <text className="graph-local" x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 3} textAnchor="middle">
                {numberText(seen.locals[at] ?? Number.NaN, 3)}
              </text>
            ) : null}
          </g>
        );
      })}
      {numbered(nodes).map(({ entry: { key, kind }, at }) => {
        const place = layout.places[at];
        const [value, slope] = [seen.values[at] ?? Number.NaN, seen.adjoints[at] ?? Number.NaN];
        return (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a node is reached by keyboard to be read
          <g
            key={at}
            className={`graph-node is-${kind}`}
            transform={`translate(${place?.x ?? 0},${place?.y ?? 0})`}
            role="img"
            tabIndex={0}
            aria-label={`${names[at]}: value ${numberText(value, 4)}, slope ${numberText(slope, 4)}`}
            data-value={value}
            data-adjoint={slope}
            data-name={names[at]}
            data-entry={key}
            onMouseEnter={() => light(at)}
            onMouseLeave={() => light(null)}
            onFocus={() => light(at)}
            onBlur={() => light(null)}
          >
            <rect width={nodeWidth} height={nodeHeight} rx={6} />
            <text className="graph-name" x={nodeWidth / 2} y={13} textAnchor="middle">
              {names[at]}
            </text>
            <text x={nodeWidth / 2} y={27} textAnchor="middle">
              {reached > at ? numberText(value, 4) : ""}
            </text>
            <text className="graph-slope" x={nodeWidth / 2} y={40} textAnchor="middle">
              {hasSlope(at) ? `∂ ${numberText(slope, 4)}` : ""}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
