import { type PointerEvent, type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { AxisSpec } from "../check/Workbench";
import { chartFrame } from "./ChartFrame";
import { ChartView } from "./ChartView";
import { chartScale, curvePath, type PlotBox } from "./chartScale";
import { useColours } from "./DocumentContext";
import { numberText, shortText } from "./formatNumber";
import { plainTex } from "./plainTex";
import type { SlopePicture } from "./slopePicture";
import { type Extent, extentOf } from "./steadyDomain";
import { lineThrough } from "./tangent";
import { useSteadyDomain } from "./useSteadyDomain";
import { writeAttribute } from "./writeAttribute";

interface Props {
  readonly source: StoreApi<SlopePicture>;
  readonly axis: AxisSpec;
  readonly which: "values" | "slopes";
  readonly label: string;
  /** Moves the current point; null where it can't be moved by itself. */
  readonly drag: ((value: number) => void) | null;
}

/** One of the two curves; tangent and secant belong to the upper one. */
export function SlopeChartView({ source, axis, which, label, drag }: Props): ReactNode {
  const x: Extent = [axis.min, axis.max];
  const wanted = useCallback((picture: SlopePicture) => extentOf([picture[which]]), [which]);
  const y = useSteadyDomain(source, wanted);
  const tip = useCallback(
    (at: number) => {
      const picture = source.getState();
      const index = picture.at.findIndex((position) => position >= at - 1e-12);
      return `at ${plainTex(axis.tex)} = ${shortText(at)}: ${numberText(picture[which][index] ?? Number.NaN, 6)}`;
    },
    [source, axis, which],
  );
  const move = ({ buttons, clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    if (drag === null || buttons !== 1) return;
    const plot = currentTarget.querySelector(".slope-plot")?.getBoundingClientRect();
    const share = plot === undefined ? Number.NaN : (clientX - plot.left) / plot.width;
    if (share >= 0 && share <= 1) drag(axis.min + share * (axis.max - axis.min));
  };
  return (
    <div
      className={drag === null ? "chart" : "chart can-drag"}
      role="img"
      aria-label={label}
      onPointerDown={move}
      onPointerMove={move}
    >
      <ChartView
        frame={chartFrame({ x, y, height: which === "values" ? 186 : 110, rows: which === "values" ? 5 : 3 })}
        at={source.getState().at}
        tip={tip}
      >
        {(box, across, up) => <PathsView box={box} x={across} y={up} source={source} which={which} axis={axis} />}
      </ChartView>
    </div>
  );
}

interface PathsProps extends Omit<Props, "label" | "drag"> {
  readonly box: PlotBox;
  readonly x: Extent;
  readonly y: Extent;
}

function PathsView({ box, x, y, source, which, axis }: PathsProps): ReactNode {
  const curve = useRef<SVGPathElement>(null);
  const tangent = useRef<SVGPathElement>(null);
  const secant = useRef<SVGPathElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  const second = useRef<SVGCircleElement>(null);
  const ink = useColours().get(axis.name);
  const [low, high] = x;
  const [least, most] = y;
  useLayoutEffect(() => {
    const scale = chartScale(box, [low, high], [least, most]);
    const draw = (picture: SlopePicture) => {
      const { at, now, value, slope } = picture;
      const straight = (by: number) =>
        curvePath(Float64Array.of(low, high), Float64Array.from(lineThrough(now, value, by, [low, high])), scale, {
          ...box,
          y: box.y - 1e4,
          height: box.height + 2e4,
        });
      writeAttribute(curve.current, "d", curvePath(at, picture[which], scale, box));
      writeAttribute(tangent.current, "d", straight(slope));
      writeAttribute(secant.current, "d", straight(picture.secant));
      const along = now + picture.h;
      const isSecond = Number.isFinite(along) && Number.isFinite(picture.secant);
      second.current?.setAttribute(
        "transform",
        isSecond
          ? `translate(${scale.x(along)},${scale.y(value + picture.secant * picture.h)})`
          : "translate(-100,-100)",
      );
      const height = which === "values" ? value : slope;
      const isShown = Number.isFinite(now) && Number.isFinite(height);
      dot.current?.setAttribute(
        "transform",
        isShown ? `translate(${scale.x(now)},${scale.y(height)})` : "translate(-100,-100)",
      );
    };
    draw(source.getState());
    return source.subscribe(draw);
  }, [box, low, high, least, most, source, which]);
  return (
    <svg
      aria-hidden="true"
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className={ink === undefined ? "slope-plot" : `slope-plot ink-${ink}`}
    >
      <path ref={curve} className="slope-curve" data-curve={which} />
      {which === "values" ? <path ref={secant} className="slope-secant" /> : null}
      {which === "values" ? <path ref={tangent} className="slope-tangent" /> : null}
      {which === "values" ? <circle ref={second} className="secant-point" r={3.5} /> : null}
      <circle ref={dot} className="current-point" r={4.5} />
    </svg>
  );
}
