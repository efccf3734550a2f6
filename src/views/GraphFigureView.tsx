import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ComputationGraph } from "../check/computationGraph";
import { indicesOf } from "./entryNames";
import { FigureToolsView } from "./FigureToolsView";
import { GraphPathsView } from "./GraphPathsView";
import { GraphPictureView } from "./GraphPictureView";
import { graphLayout } from "./graphLayout";
import { graphNames, writtenNames } from "./graphNames";
import { graphParts } from "./graphParts";
import { graphPaths } from "./graphPaths";
import { linkSentence, partName } from "./graphTexts";
import { useCurrentRow, useOpenPage, usePageState } from "./PageContext";
import { pageGraph } from "./pageGraph";
import { useSeenGraph } from "./useSeenGraph";

/** More nodes than this open folded. */
const mostUnfolded = 14;

/** Paths that are told apart; the rest are told as one number. */
const mostPaths = 10;

/** Milliseconds from one node to the next. */
const pause = 600;

/** How the section's function is made: values flow forward, slopes back. */
export default function GraphFigureView(): ReactNode {
  const { page } = useOpenPage();
  const indices = usePageState(({ bindings }) => bindings.indices);
  const graph = pageGraph(page.workbench, indices);
  if (graph === null)
    return <p className="figure-empty">The function of this section has no value, so there is nothing to draw.</p>;
  return <FlowView key={graph.nodes.map(({ key }) => key).join()} graph={graph} />;
}

function FlowView({ graph }: { readonly graph: ComputationGraph }): ReactNode {
  const { page, rows } = useOpenPage();
  const { workbench } = page;
  const root = useRef<HTMLDivElement>(null);
  const seen = useSeenGraph(graph);
  const row = useCurrentRow();
  const [isFolded, setIsFolded] = useState(graph.nodes.length > mostUnfolded);
  const [selected, setSelected] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [link, setLink] = useState<number | null>(null);
  const [path, setPath] = useState<number | null>(null);
  const [pointedPath, setPointedPath] = useState<number | null>(null);
  const names = useMemo(() => graphNames(graph, workbench, rows), [graph, workbench, rows]);
  const labels = useMemo(
    () => new Set(workbench.inputs.filter(({ role }) => role === "label").map(({ key }) => key)),
    [workbench],
  );
  const drawn = useMemo(() => graphParts(graph, labels, isFolded), [graph, labels, isFolded]);
  const layout = useMemo(() => graphLayout(drawn), [drawn]);
  const member = useChosenClass();
  const chosen = useMemo(
    () =>
      drawn.parts.map(
        ({ members }) =>
          members.find((at) => indicesOf(graph.nodes[at]?.key ?? "").at(-1) === member) ?? members[0] ?? 0,
      ),
    [drawn, graph, member],
  );
  const flow = useFlow(drawn.parts.length);
  const node = pointed ?? selected;
  const start = node === null ? null : (chosen[node] ?? null);
  const found = useMemo(() => (start === null ? null : graphPaths(graph, start, mostPaths)), [graph, start]);
  const way = pointed === null ? (found?.paths[pointedPath ?? path ?? -1] ?? null) : null;
  const lit = useMemo(() => {
    const edges = new Set(way ?? found?.paths.flat() ?? []);
    return new Set(
      drawn.links.flatMap((one, at) => (at === link || one.edges.some((edge) => edges.has(edge)) ? [at] : [])),
    );
  }, [drawn, found, way, link]);
  const current = useMemo(() => {
    const scope = workbench.loss?.scope ?? 0;
    const written = new Set(
      [...writtenNames(row === null ? [] : [row]).keys()].map((name) => workbench.canonical(name, scope)),
    );
    return new Set(
      drawn.parts.flatMap(({ symbol }, at) => (written.has(workbench.canonical(symbol, scope)) ? [at] : [])),
    );
  }, [drawn, row, workbench]);
  const canFold = useMemo(
    () => graphParts(graph, labels, true).parts.length < graphParts(graph, labels, false).parts.length,
    [graph, labels],
  );
  const pointedLink = link === null ? undefined : drawn.links[link];
  const now = useStore(seen, (state) => (pointedLink === undefined ? null : state));
  return (
    <div className="figure">
      <div className="figure-controls graph-controls">
        <button type="button" className="button button-small" onClick={() => flow.go(0)}>
          From the start
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={flow.reached === 0}
          onClick={() => flow.move(-1)}
        >
          One back
        </button>
        <button type="button" className="button button-small" disabled={flow.isDone} onClick={() => flow.move(1)}>
          One on
        </button>
        <button type="button" className="button button-small" onClick={flow.toggle}>
          {flow.isPlaying ? "Pause" : "Play"}
        </button>
        {canFold ? (
          <label>
            <input
              type="checkbox"
              checked={isFolded}
              onChange={() => {
                setIsFolded(!isFolded);
                setSelected(null);
                setPath(null);
              }}
            />
            fold classes
          </label>
        ) : null}
      </div>
      <p className="figure-note graph-phase" role="status">
        {phase(flow.reached, drawn.parts.length, (at) =>
          drawn.parts[at] === undefined ? "" : partName(drawn.parts[at], names),
        )}
      </p>
      <div ref={root} className="graph-scroll">
        <GraphPictureView
          graph={graph}
          drawn={drawn}
          layout={layout}
          seen={seen}
          names={names}
          chosen={chosen}
          reached={flow.reached}
          current={current}
          selected={selected}
          lit={lit}
          select={(part) => {
            setSelected(part);
            setPath(null);
          }}
          point={setPointed}
          pointLink={setLink}
        />
      </div>
      {pointedLink !== undefined && now !== null ? (
        <p className="figure-says">{linkSentence(pointedLink, graph, names, now)}</p>
      ) : start === null || found === null || found.paths[0]?.length === 0 ? (
        <p className="figure-says">
          {node === null
            ? "Point at a node or an edge, or go there by keyboard: each path from it is a product of local derivatives."
            : `${names.output} is the output: its own slope is 1.`}
        </p>
      ) : (
        <GraphPathsView
          graph={graph}
          seen={seen}
          names={names}
          node={start}
          found={found}
          chosen={path}
          choose={setPath}
          point={setPointedPath}
        />
      )}
      <FigureToolsView
        root={root}
        table={() => {
          const { values, adjoints, locals } = seen.getState();
          return {
            columns: ["", "value or local derivative", `slope of ${names.output}`],
            rows: [
              ...names.nodes.map((name, at) => [name, values[at] ?? Number.NaN, adjoints[at] ?? Number.NaN] as const),
              ...graph.edges.map(
                ({ from, to }, at) =>
                  [`∂${names.nodes[to]}/∂${names.nodes[from]}`, locals[at] ?? Number.NaN, ""] as const,
              ),
            ],
          };
        }}
      />
    </div>
  );
}

/** The class that stands for all where they are folded: the page's k, else its last index, else the first. */
function useChosenClass(): number {
  return usePageState(({ bindings: { indices } }) => indices.k ?? Object.values(indices).at(-1) ?? 1);
}

interface Flow {
  readonly reached: number;
  readonly isDone: boolean;
  readonly isPlaying: boolean;
  readonly move: (by: number) => void;
  readonly go: (to: number) => void;
  readonly toggle: () => void;
}

/** Forward through all values, then back through all slopes. It opens with all of them. */
function useFlow(count: number): Flow {
  const [asked, setReached] = useState(Number.POSITIVE_INFINITY);
  const [isPlaying, setIsPlaying] = useState(false);
  const end = 2 * count;
  const reached = Math.min(asked, end);
  const isDone = reached === end;
  useEffect(() => {
    if (!isPlaying || isDone) return;
    const timer = setTimeout(() => setReached(reached + 1), pause);
    return () => clearTimeout(timer);
  }, [isPlaying, isDone, reached]);
  const go = (to: number) => {
    setIsPlaying(false);
    setReached(Math.max(to, 0));
  };
  return {
    reached,
    isDone,
    isPlaying: isPlaying && !isDone,
    move: (by) => go(reached + by),
    go,
    toggle: () => {
      if (isDone) setReached(0);
      setIsPlaying(isDone || !isPlaying);
    },
  };
}

function phase(reached: number, count: number, name: (part: number) => string): string {
  if (reached === 0) return "Nothing computed yet.";
  if (reached <= count) return `Forward, ${reached} of ${count}: the value of ${name(reached - 1)}.`;
  if (reached === 2 * count) return "All values and slopes.";
  return `Back, ${reached - count} of ${count}: the slope at ${name(2 * count - reached)}.`;
}
