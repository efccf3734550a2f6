import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { AxisSpec } from "../check/Workbench";
import { ChartView } from "./ChartView";
import { chartScale, curvePath, dotsPath, type PlotBox } from "./chartScale";
import { type Curves, differences, differencesInUlps } from "./curveSource";
import { type DifferenceUnit, differenceExtents, differenceFrame, differenceUnit } from "./differenceScale";
import { scientificText, shortText } from "./formatNumber";
import { plainTex } from "./plainTex";
import { signedLog } from "./signedLog";
import type { Extent } from "./steadyDomain";
import { useSteadyDomain } from "./useSteadyDomain";
import { writeAttribute } from "./writeAttribute";

interface Props {
  readonly source: StoreApi<Curves>;
  readonly axis: AxisSpec;
}

/** The difference of both sides on its own scale. */
export function DifferenceChartView({ source, axis }: Props): ReactNode {
  const [unit, setUnit] = useState<DifferenceUnit>(() => differenceUnit(source.getState()));
  useEffect(() => {
    let known: DifferenceUnit | null = null;
    const choose = (curves: Curves) => {
      const next = differenceUnit(curves);
      if (next !== known) setUnit(next);
      known = next;
    };
    choose(source.getState());
    return source.subscribe(choose);
  }, [source]);
  const [isLog, setIsLog] = useState(false);
  const drawn = unit === "value" && isLog ? "log" : unit;
  return (
    <>
      <h3 className="figure-title">{unit === "ulp" ? "Difference, in units of the last place" : "Difference"}</h3>
      {unit === "value" ? (
        <label className="scale-choice">
          <input type="checkbox" checked={isLog} onChange={() => setIsLog(!isLog)} /> logarithmic, with sign
        </label>
      ) : null}
      <ScaledView key={drawn} source={source} axis={axis} unit={drawn} />
    </>
  );
}

function ScaledView({ source, axis, unit }: Props & { readonly unit: DifferenceUnit }): ReactNode {
  const y = useSteadyDomain(source, differenceExtents[unit]);
  const tip = useCallback(
    (at: number) => {
      const curves = source.getState();
      const index = curves.at.findIndex((position) => position >= at - 1e-12);
      const difference = differences(curves)[index] ?? Number.NaN;
      return `at ${plainTex(axis.tex)} = ${shortText(at)}: ${scientificText(difference, 2)}`;
    },
    [source, axis],
  );
  return (
    <div className="chart" role="img" aria-label={`Difference of the two sides against ${plainTex(axis.tex)}`}>
      <ChartView frame={differenceFrame(axis, y, unit)} at={source.getState().at} tip={tip}>
        {(box, across, up) => <DifferencePathView box={box} x={across} y={up} source={source} unit={unit} />}
      </ChartView>
    </div>
  );
}

interface PathProps {
  readonly box: PlotBox;
  readonly x: Extent;
  readonly y: Extent;
  readonly source: StoreApi<Curves>;
  readonly unit: DifferenceUnit;
}

function DifferencePathView({ box, x, y, source, unit }: PathProps): ReactNode {
  const path = useRef<SVGPathElement>(null);
  const [low, high] = x;
  const [least, most] = y;
  const draw = useCallback(
    (curves: Curves) => differencePath(curves, unit, box, [low, high], [least, most]),
    [unit, box, low, high, least, most],
  );
  const [first] = useState(() => draw(source.getState()));
  useLayoutEffect(() => {
    const write = (curves: Curves) => writeAttribute(path.current, "d", draw(curves));
    write(source.getState());
    return source.subscribe(write);
  }, [draw, source]);
  return <path ref={path} className={unit === "ulp" ? "difference-dots" : "difference-curve"} d={first} />;
}

function differencePath(curves: Curves, unit: DifferenceUnit, box: PlotBox, x: Extent, y: Extent): string {
  const scale = chartScale(box, x, y);
  if (unit === "ulp") return dotsPath(curves.at, differencesInUlps(curves), scale);
  const values = differences(curves);
  return curvePath(curves.at, unit === "log" ? values.map(signedLog) : values, scale, box);
}
