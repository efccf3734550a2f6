import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Observation } from "../store/Observation";
import { chartFrame } from "./ChartFrame";
import { ChartView } from "./ChartView";
import type { PlotBox } from "./chartScale";
import { scientificText } from "./formatNumber";
import { usePage } from "./PageContext";
import { errorPaths, sizes, stepDecades, steps } from "./stepErrorPaths";
import { useLive } from "./useLive";
import { writeAttribute } from "./writeAttribute";

/** The error over h with the two arms of its model, both logarithmic. */
export default function StepErrorChartView({ step }: { readonly step: number }): ReactNode {
  const { workbench, observation } = usePage();
  const words = useRef<HTMLElement>(null);
  const said = useRef("");
  const say = useCallback((text: string) => {
    said.current = text;
    if (words.current !== null) words.current.textContent = text;
  }, []);
  // What is within the chart is drawn before the caption is there.
  useLayoutEffect(() => say(said.current), [say]);
  const errors = () => workbench.stepErrors(step, observation.getState().bindings) ?? [];
  const [at] = useState(() => stepDecades(errors()).sort());
  const tip = (decade: number) => {
    const one = errors().find(({ h }) => Math.abs(Math.log10(h) - decade) < 1e-9);
    return one === undefined ? null : `h = ${scientificText(one.h, 1)}: error ${scientificText(one.error, 1)}`;
  };
  return (
    <figure className="step-error-chart">
      <div
        className="chart"
        role="img"
        aria-label="Error of the central difference against the step h, both on a logarithmic scale"
      >
        <ChartView
          frame={chartFrame({ x: steps, y: sizes, height: 190, xText: decadeText, yText: decadeText })}
          at={at}
          tip={tip}
        >
          {(box) => <ArmsView box={box} step={step} say={say} />}
        </ChartView>
      </div>
      <figcaption ref={words} />
    </figure>
  );
}

interface ArmsProps {
  readonly box: PlotBox;
  readonly step: number;
  /** Told what the smallest error is. */
  readonly say: (text: string) => void;
}

function ArmsView({ box, step, say }: ArmsProps): ReactNode {
  const { workbench } = usePage();
  const arms = useRef<SVGGElement>(null);
  const write = useCallback(
    ({ bindings }: Observation) => {
      const errors = workbench.stepErrors(step, bindings);
      if (arms.current === null || errors === null) return;
      const { best, ...paths } = errorPaths(errors, box);
      for (const [name, path] of Object.entries(paths))
        writeAttribute(arms.current.querySelector(`[data-arm=${name}]`), "d", path);
      const place = best === null ? "translate(-100,-100)" : `translate(${best.x},${best.y})`;
      writeAttribute(arms.current.querySelector("circle"), "transform", place);
      say(
        best === null
          ? "Undefined here."
          : `Smallest error ${scientificText(best.error, 1)} at h = ${scientificText(best.h, 0)}. Automatic differentiation has no h.`,
      );
    },
    [workbench, step, box, say],
  );
  useLive(write);
  return (
    <g ref={arms}>
      <path className="arm" data-arm="truncation" />
      <path className="arm" data-arm="rounding" />
      <path className="measured" data-arm="measured" />
      <circle className="best" r="5" />
    </g>
  );
}

function decadeText(decade: number): string {
  return decade === 0 ? "1" : `1e${decade < 0 ? "−" : ""}${Math.abs(decade)}`;
}
