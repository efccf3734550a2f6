import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import { numberText } from "./formatNumber";
import { type GraphLayout, nodeHeight, nodeWidth, wayPath } from "./graphLayout";
import type { GraphNames } from "./graphNames";
import type { GraphParts } from "./graphParts";
import { linkText, partName, partSentence, partValue } from "./graphTexts";
import { linkLabel } from "./linkLabel";
import { neighbour } from "./neighbour";
import { numbered } from "./numbered";
import { useRested } from "./useRested";
import { useWritten } from "./useWritten";
import { writeText } from "./writeText";

interface Props {
  readonly graph: ComputationGraph;
  readonly drawn: GraphParts;
  readonly layout: GraphLayout;
  readonly seen: StoreApi<GraphObservation>;
  readonly names: GraphNames;
  /** The entry that stands for each part. */
  readonly chosen: readonly number[];
  /** So many values are shown, and beyond all values so many slopes from the output back. */
  readonly reached: number;
  /** Parts that the current line is about. */
  readonly current: ReadonlySet<number>;
  readonly selected: number | null;
  /** Links of the chosen path, edge or node. */
  readonly lit: ReadonlySet<number>;
  readonly select: (part: number) => void;
  readonly point: (part: number | null) => void;
  readonly pointLink: (link: number | null) => void;
}

/** A graph that is wider than the bench is drawn down to this share of its size, and scrolled beyond. */
const smallest = 0.88;

/** The drawing: a node is a stop of the tab key, arrow keys go on along the edges. Its numbers are written as they move. */
export function GraphPictureView(props: Props): ReactNode {
  const { graph, drawn, layout, seen, names, chosen, reached, current, selected, lit } = props;
  const { parts, links } = drawn;
  const root = useRef<SVGSVGElement>(null);
  const head = useId();
  const count = parts.length;
  const write = useCallback(
    (now: GraphObservation) => {
      const svg = root.current;
      if (svg === null) return;
      const hasSlope = (at: number) => reached - count > count - 1 - at;
      svg.querySelectorAll(".graph-node").forEach((element, at) => {
        const part = parts[at];
        const member = chosen[at] ?? 0;
        if (part === undefined) return;
        const [value, slope] = [now.values[member] ?? Number.NaN, now.adjoints[member] ?? Number.NaN];
        const [name, valueLine, slopeLine] = element.querySelectorAll("text");
        writeText(name, partName(part, names));
        writeText(valueLine, reached > at ? partValue(part, member, now) : "");
        writeText(slopeLine, part.kind === "label" ? "label" : hasSlope(at) ? `∂ ${numberText(slope, 4)}` : "");
        element.setAttribute("data-value", String(value));
        element.setAttribute("data-adjoint", String(slope));
      });
      svg.querySelectorAll(".graph-local").forEach((element, at) => {
        const link = links[at];
        if (link === undefined) return;
        const isShown = hasSlope(link.to) && (layout.ways[at]?.label !== null || lit.has(at));
        writeText(element, isShown ? linkText(link, now) : "");
        element.setAttribute("data-local", String(now.locals[link.edges[0] ?? 0]));
      });
    },
    [parts, links, layout, chosen, names, reached, count, lit],
  );
  useWritten(seen, write);
  const say = useCallback(
    (now: GraphObservation) => {
      root.current?.querySelectorAll(".graph-node").forEach((element, at) => {
        const part = parts[at];
        if (part !== undefined) element.setAttribute("aria-label", partSentence(part, chosen[at] ?? 0, names, now));
      });
    },
    [parts, chosen, names],
  );
  useRested(seen, say);
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const to = neighbour(drawn, layout, selected ?? 0, event.key);
    if (to === null) return;
    event.preventDefault();
    root.current?.querySelectorAll<SVGGElement>(".graph-node")[to]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with parts that can be reached
    <svg
      ref={root}
      className="graph-picture"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxWidth: layout.width, minWidth: layout.width * smallest }}
      role="group"
      aria-label={`Computational graph of ${names.output}: ${graph.nodes.length} values, ${graph.edges.length} local derivatives; arrow keys follow the edges`}
      onKeyDown={move}
    >
      <defs>
        <marker
          id={head}
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerUnits="userSpaceOnUse"
          markerWidth={7}
          markerHeight={7}
          orient="auto"
        >
          <path className="graph-head" d="M0,0L8,4L0,8Z" />
        </marker>
      </defs>
      {numbered(links).map(({ entry: { from, to }, at }) => (
        <g key={`${from} ${to}`} className={`graph-link${lit.has(at) ? " is-lit" : ""}`}>
          <path
            className={`graph-edge${reached - count > count - 1 - to ? " is-flowing" : ""}`}
            d={wayPath(layout.ways[at] ?? { points: [], label: null })}
            markerEnd={`url(#${head})`}
          />
          <path
            className="graph-reach"
            d={wayPath(layout.ways[at] ?? { points: [], label: null })}
            onPointerEnter={() => props.pointLink(at)}
            onPointerLeave={() => props.pointLink(null)}
          />
        </g>
      ))}
      {numbered(links).map(({ entry: { from, to }, at }) => {
        const place = linkLabel(layout, links, at, lit);
        return <text key={`${from} ${to}`} className="graph-local" x={place.x} y={place.y + 3.5} textAnchor="middle" />;
      })}
      {numbered(parts).map(({ entry: { kind, members }, at }) => {
        const place = layout.places[at];
        const key = graph.nodes[chosen[at] ?? 0]?.key ?? "";
        return (
          // biome-ignore lint/a11y/useSemanticElements: a node of a drawing can't be an HTML button
          <g
            key={members[0]}
            className={`graph-node is-${kind}${current.has(at) ? " is-current" : ""}${selected === at ? " is-selected" : ""}`}
            transform={`translate(${place?.x ?? 0},${place?.y ?? 0})`}
            role="button"
            aria-pressed={selected === at}
            tabIndex={at === (selected ?? count - 1) ? 0 : -1}
            data-name={names.nodes[chosen[at] ?? 0]}
            data-entry={key}
            onMouseEnter={() => props.point(at)}
            onMouseLeave={() => props.point(null)}
            onFocus={() => props.select(at)}
            onClick={() => props.select(at)}
          >
            <rect width={nodeWidth} height={nodeHeight} rx={6} />
            <text className="graph-name" x={nodeWidth / 2} y={13} textAnchor="middle" />
            <text x={nodeWidth / 2} y={27} textAnchor="middle" />
            <text className="graph-slope" x={nodeWidth / 2} y={40} textAnchor="middle" />
          </g>
        );
      })}
    </svg>
  );
}
