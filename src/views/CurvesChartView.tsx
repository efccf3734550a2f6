import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { AxisSpec } from "../check/Workbench";
import { ChartView } from "./ChartView";
import { chartScale, curvePath, type PlotBox } from "./chartScale";
import type { Curves } from "./curveSource";
import { useColours } from "./DocumentContext";
import { numberText, shortText } from "./formatNumber";
import { useCurrentRow, usePage } from "./PageContext";
import { inputsOnPage, setCounterexample } from "./pageCounterexample";
import { plainTex } from "./plainTex";
import { type Extent, extentOf } from "./steadyDomain";
import { undefinedStretches } from "./undefinedStretches";
import { useRested } from "./useRested";
import { useSteadyDomain } from "./useSteadyDomain";
import { writeAttribute } from "./writeAttribute";

const height = 186;

interface Props {
  readonly source: StoreApi<Curves>;
  readonly axis: AxisSpec;
  readonly names: readonly string[];
}

/** A wide translucent line under a thin dashed one: where the sides agree, one is seen inside the other. */
export function CurvesChartView({ source, axis, names }: Props): ReactNode {
  const x: Extent = [axis.min, axis.max];
  const y = useSteadyDomain(source, wantedExtent);
  const tip = useCallback((at: number) => tipOf(source.getState(), at, axis, names), [source, axis, names]);
  const place = useRef<HTMLDivElement>(null);
  const all = names.join(" and ");
  const say = useCallback(
    ({ now, values }: Curves) => {
      const here = values.map((value) => numberText(value, 6)).join(" and ");
      place.current?.setAttribute(
        "aria-label",
        `${all} against ${plainTex(axis.tex)}, from ${shortText(axis.min)} to ${shortText(axis.max)}; at ${shortText(now)}: ${here}`,
      );
    },
    [axis, all],
  );
  useRested(source, say);
  return (
    <div
      ref={place}
      className="chart"
      role="img"
      aria-label={`${names.join(" and ")} against ${plainTex(axis.tex)}, from ${shortText(axis.min)} to ${shortText(axis.max)}`}
    >
      <ChartView x={x} y={y} height={height} at={source.getState().at} tip={tip}>
        {(box) => <SidesPathsView box={box} x={x} y={y} source={source} axis={axis} />}
      </ChartView>
    </div>
  );
}

interface PathsProps {
  readonly box: PlotBox;
  readonly x: Extent;
  readonly y: Extent;
  readonly source: StoreApi<Curves>;
  readonly axis: AxisSpec;
}

function SidesPathsView({ box, x, y, source, axis }: PathsProps): ReactNode {
  const wide = useRef<SVGPathElement>(null);
  const thin = useRef<SVGPathElement>(null);
  const plumb = useRef<SVGLineElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  const gaps = useRef<SVGPathElement>(null);
  const counter = useCounterexample(axis);
  const ink = useColours().get(axis.name);
  const [low, high] = x;
  const [least, most] = y;
  const draw = useCallback(
    (curves: Curves) => sidesDrawing(curves, box, [low, high], [least, most]),
    [box, low, high, least, most],
  );
  const [first] = useState(() => draw(source.getState()));
  useLayoutEffect(() => {
    const write = (curves: Curves) => {
      const drawing = draw(curves);
      writeAttribute(gaps.current, "d", drawing.gaps);
      writeAttribute(wide.current, "d", drawing.wide);
      writeAttribute(thin.current, "d", drawing.thin);
      writeAttribute(plumb.current, "transform", drawing.plumb);
      writeAttribute(dot.current, "transform", drawing.dot);
    };
    write(source.getState());
    return source.subscribe(write);
  }, [draw, source]);
  return (
    <svg
      aria-hidden="true"
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className={ink === undefined ? "" : `ink-${ink}`}
    >
      <path ref={gaps} className="undefined-region" d={first.gaps} />
      <path ref={wide} className="curve-wide" d={first.wide} />
      <path ref={thin} className="curve-thin" d={first.thin} />
      <line ref={plumb} className="plumb" x1={0} x2={0} y1={box.y} y2={box.y + box.height} transform={first.plumb} />
      <circle ref={dot} className="current-point" r={4.5} transform={first.dot} />
      {counter === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: a pointer shortcut; the button under the line is the control
        <path
          className="counterexample-mark"
          d={`M${chartScale(box, x, y).x(counter.at)},${box.y + 13}l-7,-12h14z`}
          onClick={counter.set}
        >
          <title>Counterexample: press to set the inputs to it</title>
        </path>
      )}
    </svg>
  );
}

/** Both curves, where they are undefined, and the present point: what the page is built with and what is written live. */
function sidesDrawing(
  { at, lines, now, values }: Curves,
  box: PlotBox,
  x: Extent,
  y: Extent,
): Readonly<Record<"gaps" | "wide" | "thin" | "plumb" | "dot", string>> {
  const scale = chartScale(box, x, y);
  const [left, right] = lines;
  const shaded = undefinedStretches(at, lines).map(
    ([from, to]) => `M${scale.x(from)},${box.y}H${scale.x(to)}v${box.height}H${scale.x(from)}Z`,
  );
  const position = Number.isFinite(now) ? scale.x(now) : -100;
  const value = values.at(-1) ?? Number.NaN;
  return {
    gaps: shaded.join(""),
    wide: left === undefined ? "" : curvePath(at, left, scale, box),
    thin: right === undefined ? "" : curvePath(at, right, scale, box),
    plumb: `translate(${position},0)`,
    dot:
      Number.isFinite(value) && Number.isFinite(now)
        ? `translate(${position},${scale.y(value)})`
        : "translate(-100,-100)",
  };
}

/** Where on the axis the sides were found apart; null where they were not, or beside the axis. */
function useCounterexample(axis: AxisSpec): { readonly at: number; readonly set: () => void } | null {
  const page = usePage();
  const verdict = useCurrentRow()?.verdict ?? null;
  if (verdict === null || (verdict.kind !== "fails" && verdict.kind !== "holds-if")) return null;
  const { counterexample } = verdict;
  if (counterexample === null) return null;
  const { workbench } = page;
  const at = workbench.axisValue(axis.key, { ...counterexample, inputs: inputsOnPage(workbench, counterexample) });
  const isOnAxis = at >= axis.min && at <= axis.max;
  return isOnAxis ? { at, set: () => setCounterexample(page, counterexample) } : null;
}

function wantedExtent({ lines, values }: Curves): Extent | null {
  const extent = extentOf(lines);
  const here = values.filter(Number.isFinite);
  return extent === null ? null : [Math.min(extent[0], ...here), Math.max(extent[1], ...here)];
}

function tipOf({ at, lines }: Curves, x: number, axis: AxisSpec, names: readonly string[]): ReactNode {
  const index = at.findIndex((position) => position >= x - 1e-12);
  return (
    <>
      <p>
        {plainTex(axis.tex)} = {shortText(x)}
      </p>
      {lines.map((line, position) => (
        <p key={names[position]}>
          {names[position]}: {numberText(line[index] ?? Number.NaN, 6)}
        </p>
      ))}
    </>
  );
}
