import { type ReactNode, useCallback, useRef } from "react";
import type { Observation } from "../store/Observation";
import { scientificText } from "./formatNumber";
import { usePage } from "./PageContext";
import { errorPaths, frame } from "./stepErrorPaths";
import { useLive } from "./useLive";

/** The error over h with the two arms of its model, both logarithmic. */
export default function StepErrorChartView({ step }: { readonly step: number }): ReactNode {
  const { workbench } = usePage();
  const chart = useRef<HTMLElement>(null);
  const write = useCallback(
    ({ bindings }: Observation) => {
      const errors = workbench.stepErrors(step, bindings);
      if (chart.current === null || errors === null) return;
      const { measured, truncation, rounding, best } = errorPaths(errors);
      const set = (name: string, path: string) =>
        chart.current?.querySelector(`[data-arm=${name}]`)?.setAttribute("d", path);
      set("measured", measured);
      set("truncation", truncation);
      set("rounding", rounding);
      const mark = chart.current.querySelector("circle");
      if (best !== null) {
        mark?.setAttribute("cx", String(best.x));
        mark?.setAttribute("cy", String(best.y));
      }
      const words = chart.current.querySelector("figcaption");
      if (words !== null)
        words.textContent =
          best === null
            ? "Undefined here."
            : `Smallest error ${scientificText(best.error, 1)} at h = ${scientificText(best.h, 0)}. Automatic differentiation has no h.`;
    },
    [workbench, step],
  );
  useLive(write);
  return (
    <figure className="step-error-chart" ref={chart}>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label="Error of the central difference against the step h, both on a logarithmic scale"
      >
        {frame.decades.map(({ y, label }) => (
          <g key={label}>
            <line className="grid-line" x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} />
            <text className="tick" x={frame.left - 6} y={y + 3.5} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {frame.steps.map(({ x, label }) => (
          <text key={label} className="tick" x={x} y={frame.height - 4} textAnchor="middle">
            {label}
          </text>
        ))}
        <path className="arm" data-arm="truncation" />
        <path className="arm" data-arm="rounding" />
        <path className="measured" data-arm="measured" />
        <circle className="best" r="5" />
      </svg>
      <figcaption />
    </figure>
  );
}
