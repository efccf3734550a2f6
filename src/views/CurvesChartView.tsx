import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { AxisSpec } from "../check/Workbench";
import { ChartView } from "./ChartView";
import { chartScale, type PlotBox } from "./chartScale";
import type { Curves } from "./curveSource";
import { useColours } from "./DocumentContext";
import { numberText, shortText } from "./formatNumber";
import { useCurrentRow, usePage } from "./PageContext";
import { inputsOnPage, setCounterexample } from "./pageCounterexample";
import { plainTex } from "./plainTex";
import { sidesDrawing, sidesExtent, sidesFrame, sidesWriter } from "./sidesDrawing";
import type { Extent } from "./steadyDomain";
import { useRested } from "./useRested";
import { useSteadyDomain } from "./useSteadyDomain";

interface Props {
  readonly source: StoreApi<Curves>;
  /** Which lines the curves are of. */
  readonly lines: readonly number[];
  readonly axis: AxisSpec;
  readonly names: readonly string[];
}

/** A wide translucent line under a thin dashed one: where the sides agree, one is seen inside the other. */
export function CurvesChartView({ source, lines, axis, names }: Props): ReactNode {
  const y = useSteadyDomain(source, sidesExtent);
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
      <ChartView frame={sidesFrame(axis, y)} at={source.getState().at} tip={tip}>
        {(box, across, up) => <SidesPathsView box={box} x={across} y={up} source={source} lines={lines} axis={axis} />}
      </ChartView>
    </div>
  );
}

interface PathsProps {
  readonly box: PlotBox;
  readonly x: Extent;
  readonly y: Extent;
  readonly source: StoreApi<Curves>;
  readonly lines: readonly number[];
  readonly axis: AxisSpec;
}

function SidesPathsView({ box, x, y, source, lines, axis }: PathsProps): ReactNode {
  const svg = useRef<SVGSVGElement>(null);
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
    if (svg.current === null) return;
    const into = sidesWriter(svg.current);
    const write = (curves: Curves) => into(draw(curves));
    write(source.getState());
    return source.subscribe(write);
  }, [draw, source]);
  return (
    <svg
      ref={svg}
      aria-hidden="true"
      data-sides={JSON.stringify({ lines, axis: axis.key, y })}
      suppressHydrationWarning
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className={ink === undefined ? "" : `ink-${ink}`}
    >
      <path className="undefined-region" d={first.gaps} />
      <path className="curve-wide" d={first.wide} />
      <path className="curve-thin" d={first.thin} />
      <line className="plumb" x1={0} x2={0} y1={box.y} y2={box.y + box.height} transform={first.plumb} />
      <circle className="current-point" r={4.5} transform={first.dot} />
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
