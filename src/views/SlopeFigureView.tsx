import { type CSSProperties, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Probe } from "../check/Probe";
import type { AxisSpec, Workbench } from "../check/Workbench";
import { axisPoints } from "./curveSource";
import { FigureToolsView } from "./FigureToolsView";
import { numberText, shortText } from "./formatNumber";
import { useOpenPage, usePage, usePageState } from "./PageContext";
import { plainTex } from "./plainTex";
import { SlopeChartView } from "./SlopeChartView";
import { type SlopePicture, slopePicture } from "./slopePicture";

/** The function that the section differentiates, its tangent here, and a secant that becomes it. */
export default function SlopeFigureView(): ReactNode {
  const { page } = useOpenPage();
  const { workbench } = page;
  const chosen = usePageState((state) => state.axis);
  const axis = workbench.axes.find(({ key }) => key === (chosen ?? sectionAxis(workbench))) ?? workbench.axes[0];
  const probe = useMemo(
    () => (workbench.loss === null ? null : workbench.probe(workbench.loss.expression, workbench.loss.scope)),
    [workbench],
  );
  if (probe === null || axis === undefined)
    return <p className="figure-empty">The function of this section has no value, so there is nothing to draw.</p>;
  return <PictureView key={axis.key} probe={probe} axis={axis} name={plainTex(workbench.loss?.tex ?? "")} />;
}

/** What the section's own lines differentiate by; a line shown as published decides only where it stands alone. */
function sectionAxis(workbench: Workbench): string | null {
  const steps = workbench.steps.filter(({ axis }) => axis !== null);
  return (steps.find(({ step }) => !step.asPublished) ?? steps[0])?.axis ?? null;
}

interface PictureProps {
  readonly probe: Probe;
  readonly axis: AxisSpec;
  readonly name: string;
}

function PictureView({ probe, axis, name }: PictureProps): ReactNode {
  const page = usePage();
  const { workbench } = page;
  const root = useRef<HTMLDivElement>(null);
  const [power, setPower] = useState(0);
  const h = 10 ** power;
  const source = useSlope(probe, axis, h);
  const isInput = workbench.inputs.some(({ key }) => key === axis.key);
  const by = plainTex(axis.tex);
  const drag = useCallback((value: number) => page.setInput(axis.key, value), [page, axis]);
  return (
    <div className="figure">
      <div ref={root}>
        <h3 className="figure-title figure-formula">{name} with its tangent</h3>
        <SlopeChartView
          source={source}
          axis={axis}
          which="values"
          label={`${name} against ${by}`}
          drag={isInput ? drag : null}
        />
        <h3 className="figure-title figure-formula">
          Its slope ∂{name}/∂{by}
        </h3>
        <SlopeChartView
          source={source}
          axis={axis}
          which="slopes"
          label={`∂${name}/∂${by} against ${by}`}
          drag={null}
        />
      </div>
      <div className="figure-controls">
        <label>
          against{" "}
          <select value={axis.key} onChange={(event) => page.change({ axis: event.currentTarget.value })}>
            {workbench.axes.map(({ key, tex }) => (
              <option key={key} value={key}>
                {plainTex(tex)}
              </option>
            ))}
          </select>
        </label>
        <label>
          secant, h = {shortText(h, 2)}
          <input
            type="range"
            className="slider"
            style={{ "--fill": `${(100 * (power + 4)) / 4.3}%` } as CSSProperties}
            min={-4}
            max={0.3}
            step={0.05}
            value={power}
            aria-valuetext={shortText(h, 2)}
            onChange={(event) => setPower(event.currentTarget.valueAsNumber)}
          />
        </label>
      </div>
      <SaysView source={source} name={name} by={by} />
      <p className="figure-note">
        {isInput
          ? "Drag in the upper chart, or use the slider above."
          : `${by} is computed from the inputs: the curve cuts it loose from them, so only they move the point.`}
      </p>
      <FigureToolsView
        root={root}
        table={() => {
          const { at, values, slopes } = source.getState();
          return {
            columns: [by, name, `∂${name}/∂${by}`],
            rows: [...at].map((x, row) => [x, values[row] ?? Number.NaN, slopes[row] ?? Number.NaN]),
          };
        }}
      />
    </div>
  );
}

/** Evaluated anew after each observation while the figure is open. */
function useSlope(probe: Probe, axis: AxisSpec, h: number): StoreApi<SlopePicture> {
  const { workbench, observation } = usePage();
  const { store, evaluate } = useMemo(() => {
    const at = axisPoints(axis);
    const evaluate = () => slopePicture(workbench, probe, axis, at, h, observation.getState());
    return { store: createStore<SlopePicture>(evaluate), evaluate };
  }, [workbench, observation, probe, axis, h]);
  useLayoutEffect(() => observation.subscribe(() => store.setState(evaluate(), true)), [observation, store, evaluate]);
  return store;
}

interface SaysProps {
  readonly source: StoreApi<SlopePicture>;
  readonly name: string;
  readonly by: string;
}

/** The figure in words, with its numbers. */
function SaysView({ source, name, by }: SaysProps): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const write = ({ now, value, slope, secant }: SlopePicture) => {
      if (place.current === null) return;
      place.current.textContent = `At ${by} = ${shortText(now)}, ${name} = ${numberText(value, 6)}. The tangent's slope is ${numberText(slope, 6)}, the secant's ${numberText(secant, 6)}.`;
      place.current.setAttribute("data-slope", String(slope));
      place.current.setAttribute("data-secant", String(secant));
    };
    write(source.getState());
    return source.subscribe(write);
  }, [source, name, by]);
  return <p className="figure-says" ref={place} />;
}
