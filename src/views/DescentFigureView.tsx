import { type CSSProperties, lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { Probe } from "../check/Probe";
import { chartFrame } from "./ChartFrame";
import { ChartView } from "./ChartView";
import { chartScale, curvePath } from "./chartScale";
import { type DescentPath, descentPath, type Trend, trendOf } from "./descentPath";
import { type DescentSource, descentSource } from "./descentSource";
import { FigureToolsView } from "./FigureToolsView";
import { numberText, shortText } from "./formatNumber";
import { useOpenPage, usePage } from "./PageContext";
import { plainTex } from "./plainTex";
import { type Extent, extentOf, steadyDomain } from "./steadyDomain";

const ContourMapView = lazy(() => import("./ContourMapView"));

const mostSteps = 200;
const pause = 120;

const trends: Readonly<Record<Trend, string>> = {
  starting: "Not begun.",
  falling: "The loss falls.",
  resting: "The loss rests.",
  "too-long": "The loss rises: the step is too long.",
  uphill: "The loss rises: this gradient points uphill.",
  undefined: "The way ends where loss or gradient has no value.",
};

/** Descent along the section's own last line, and along the published one where there is one. */
export default function DescentFigureView(): ReactNode {
  const open = useOpenPage();
  const { workbench } = open.page;
  const source = useMemo(() => descentSource(open), [open]);
  const probe = useMemo(
    () => (workbench.loss === null ? null : workbench.probe(workbench.loss.expression, workbench.loss.scope)),
    [workbench],
  );
  if (source === null || probe === null)
    return <p className="figure-empty">This section derives no gradient of a loss.</p>;
  return <RunView source={source} probe={probe} name={plainTex(workbench.loss?.tex ?? "")} />;
}

interface RunProps {
  readonly source: DescentSource;
  readonly probe: Probe;
  readonly name: string;
}

function RunView({ source, probe, name }: RunProps): ReactNode {
  const page = usePage();
  const root = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(() => page.state.getState().bindings);
  const [count, setCount] = useState(0);
  const [power, setPower] = useState(-0.5);
  const [isPlaying, setIsPlaying] = useState(false);
  const [isBoth, setIsBoth] = useState(true);
  const rate = 10 ** power;
  const runs = useMemo(() => {
    const keys = source.moved.map(({ key }) => key);
    const there = (point: readonly number[]) => ({
      ...start,
      inputs: { ...start.inputs, ...Object.fromEntries(keys.map((key, at) => [key, point[at] ?? 0])) },
    });
    const truth = (point: readonly number[]) => keys.map((key) => probe.slope(key, there(point)));
    return source.ways.slice(0, isBoth ? 2 : 1).map((way) => {
      const gradient = (point: readonly number[]) => way.gradient(there(point));
      const loss = (point: readonly number[]) => probe.value(there(point));
      const path = descentPath(
        { start: source.moved.map(({ key, initial }) => start.inputs[key] ?? initial), rate, gradient, loss },
        count,
      );
      return { name: way.name, lines: linesText(way.lines), path, trend: trendOf(path, count, gradient, truth) };
    });
  }, [source, probe, start, rate, count, isBoth]);
  const point = runs[0]?.path.points.at(-1);
  useEffect(() => {
    if (count === 0 || point === undefined) return;
    page.setInputs(Object.fromEntries(source.moved.map(({ key }, at) => [key, point[at] ?? 0])));
  }, [page, source, point, count]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setCount((before) => Math.min(before + 1, mostSteps)), pause);
    return () => clearInterval(timer);
  }, [isPlaying]);
  const reset = () => {
    setIsPlaying(false);
    setCount(0);
    page.setInputs(start.inputs, start.indices);
  };
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [first, second] = [source.moved[0], source.moved[1] ?? otherInput()];
  return (
    <div className="figure">
      <div className="figure-controls">
        {isStill ? null : (
          <button
            type="button"
            className="button button-small"
            disabled={count >= mostSteps}
            onClick={() => setIsPlaying(!isPlaying)}
          >
            {isPlaying ? "Pause" : "Play"}
          </button>
        )}
        <button
          type="button"
          className="button button-small"
          disabled={count >= mostSteps}
          onClick={() => setCount(count + 1)}
        >
          One step
        </button>
        <button type="button" className="button button-small" onClick={reset}>
          Reset
        </button>
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            setIsPlaying(false);
            setCount(0);
            setStart(page.state.getState().bindings);
          }}
        >
          Start here
        </button>
        <label>
          learning rate {shortText(rate, 2)}
          <input
            type="range"
            className="slider"
            style={{ "--fill": `${(100 * (power + 3)) / 5}%` } as CSSProperties}
            min={-3}
            max={2}
            step={0.05}
            value={power}
            aria-valuetext={shortText(rate, 2)}
            onChange={(event) => setPower(event.currentTarget.valueAsNumber)}
          />
        </label>
        {source.ways.length === 1 ? null : (
          <label>
            <input type="checkbox" checked={isBoth} onChange={() => setIsBoth(!isBoth)} />
            as published beside it
          </label>
        )}
      </div>
      <p className="figure-note">{movesText(source)}</p>
      <div ref={root}>
        <h3 className="figure-title figure-formula">{name} against the iteration</h3>
        <LossesView paths={runs.map(({ path }) => path)} name={name} />
        {first === undefined || second === undefined ? null : (
          <Suspense fallback={<div className="map-place" />}>
            <ContourMapView
              probe={probe}
              name={name}
              first={first}
              second={second}
              paths={runs.map(({ path }) =>
                path.points.map((at) => [at[0] ?? 0, at[1] ?? start.inputs[second.key] ?? 0] as const),
              )}
            />
          </Suspense>
        )}
      </div>
      {runs.map((run, at) => (
        <p
          key={run.name}
          className={`figure-says descent-${at}`}
          data-trend={run.trend}
          data-point={run.path.points.at(-1)?.join(" ")}
          data-loss={run.path.losses.at(-1)}
        >
          <strong>{run.name === "gradient" ? run.lines : `${run.name}, ${run.lines}`}</strong>: after{" "}
          {run.path.losses.length - 1} {run.path.losses.length === 2 ? "step" : "steps"} {name} ={" "}
          {numberText(run.path.losses.at(-1) ?? Number.NaN, 6)}. {trends[run.trend]}
        </p>
      ))}
      <FigureToolsView
        root={root}
        table={() => ({
          columns: ["iteration", ...runs.map((run) => `${name} (${run.name})`)],
          rows: Array.from({ length: count + 1 }, (_, at) => [
            at,
            ...runs.map(({ path }) => path.losses[at] ?? Number.NaN),
          ]),
        })}
      />
    </div>
  );

  /** One moved input needs a second side for its map: a parameter beside it where there is one. */
  function otherInput() {
    const rest = page.workbench.inputs.filter((input) => input.role === "input" && input.key !== source.moved[0]?.key);
    return rest.find(({ name }) => /^[wb]$/.test(name)) ?? rest[0];
  }
}

function linesText(lines: readonly number[]): string {
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(", ")}`;
}

/** What a step moves, and how the derived slope reaches it. */
function movesText({ moved, through, ways }: DescentSource): string {
  const names = moved.map(({ tex }) => plainTex(tex)).join(", ");
  const lines = linesText(ways[0]?.lines ?? []);
  return through === null
    ? `Each step moves ${names} against ${lines}.`
    : `Each step moves ${names}: ${lines} is the slope by ${plainTex(through)}, and the chain rule carries it on to them.`;
}

function LossesView({ paths, name }: { readonly paths: readonly DescentPath[]; readonly name: string }): ReactNode {
  const length = Math.max(...paths.map(({ losses }) => losses.length));
  const last = Math.max(20, Math.ceil(length / 20) * 20);
  const x: Extent = [0, last];
  const wanted = extentOf(paths.map(({ losses }) => Float64Array.from(losses))) ?? [0, 1];
  const y = steadyDomain(null, [Math.min(0, wanted[0]), wanted[1]]);
  // Those to come too: the frame is drawn anew when it grows, not at each step.
  const at = useMemo(() => Float64Array.from({ length: last + 1 }, (_, iteration) => iteration), [last]);
  return (
    <div className="chart" role="img" aria-label={`${name} against the iteration`}>
      <ChartView
        frame={chartFrame({ x, y, height: 130, rows: 3 })}
        at={at}
        tip={(iteration) =>
          iteration >= length
            ? null
            : `${iteration}: ${paths.map(({ losses }) => numberText(losses[iteration] ?? Number.NaN, 6)).join("; ")}`
        }
      >
        {(box, across, up) =>
          paths.map(({ losses }, index) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: at most two ways, corrected and published
              key={index}
              className={`descent-path descent-${index}`}
              d={curvePath(at, Float64Array.from(losses), chartScale(box, across, up), box)}
            />
          ))
        }
      </ChartView>
    </div>
  );
}
