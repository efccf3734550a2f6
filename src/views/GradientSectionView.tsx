import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Probe } from "../check/Probe";
import type { InputSpec } from "../check/Workbench";
import { chartFrame } from "./ChartFrame";
import { ChartView } from "./ChartView";
import { chartScale, curvePath, type PlotBox } from "./chartScale";
import { numberText, shortText } from "./formatNumber";
import { type GradientSection, gradientSection } from "./gradientSection";
import { usePage } from "./PageContext";
import { type Extent, extentOf } from "./steadyDomain";
import { useSteadyDomain } from "./useSteadyDomain";
import { useWritten } from "./useWritten";

interface Props {
  readonly probe: Probe;
  readonly name: string;
  readonly first: InputSpec;
  readonly second: InputSpec;
}

const reach = 3;
const x: Extent = [-reach, reach];
const wanted = ({ values }: GradientSection) => extentOf([values]);

/** The landscape cut through the point along its gradient, with the slope that the gradient's length is. */
export function GradientSectionView({ probe, name, first, second }: Props): ReactNode {
  const { observation } = usePage();
  const { store, evaluate } = useMemo(() => {
    const evaluate = () => gradientSection(probe, [first.key, second.key], reach, observation.getState().bindings);
    return { store: createStore<GradientSection>(evaluate), evaluate };
  }, [probe, first, second, observation]);
  useLayoutEffect(() => observation.subscribe(() => store.setState(evaluate(), true)), [store, evaluate, observation]);
  const y = useSteadyDomain(store, wanted);
  const says = useRef<HTMLParagraphElement>(null);
  const write = useCallback(
    ({ value, slope }: GradientSection) => {
      if (says.current === null) return;
      says.current.textContent = `Here ${name} = ${numberText(value, 6)}; uphill to the right it rises at first by ${numberText(slope, 6)} for each unit, the length of the gradient.`;
      says.current.setAttribute("data-steepness", String(slope));
    },
    [name],
  );
  useWritten(store, write);
  return (
    <>
      <div className="chart" role="img" aria-label={`${name} along its gradient, from −${reach} to ${reach}`}>
        <ChartView
          frame={chartFrame({ x, y, height: 120, rows: 3 })}
          at={store.getState().at}
          tip={(at) => {
            const { values, at: all } = store.getState();
            return `at ${shortText(at)}: ${numberText(values[all.findIndex((one) => one >= at - 1e-12)] ?? Number.NaN, 6)}`;
          }}
        >
          {(box, _, up) => <SectionPathView box={box} y={up} source={store} />}
        </ChartView>
      </div>
      <p className="figure-note" ref={says} />
    </>
  );
}

interface PathProps {
  readonly box: PlotBox;
  readonly y: Extent;
  readonly source: StoreApi<GradientSection>;
}

function SectionPathView({ box, y, source }: PathProps): ReactNode {
  const curve = useRef<SVGPathElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  const [low, high] = y;
  const write = useCallback(
    ({ at, values, value }: GradientSection) => {
      const scale = chartScale(box, x, [low, high]);
      curve.current?.setAttribute("d", curvePath(at, values, scale, box));
      const isShown = Number.isFinite(value);
      dot.current?.setAttribute(
        "transform",
        isShown ? `translate(${scale.x(0)},${scale.y(value)})` : "translate(-99,-99)",
      );
    },
    [box, low, high],
  );
  useWritten(source, write);
  return (
    <>
      <path ref={curve} className="slope-curve" data-curve="section" />
      <circle ref={dot} className="current-point" r={4.5} />
    </>
  );
}
