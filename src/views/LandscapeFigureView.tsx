import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { Observation } from "../store/Observation";
import { FigureToolsView } from "./FigureToolsView";
import { numberText, shortText } from "./formatNumber";
import { GradientSectionView } from "./GradientSectionView";
import { mapInputs } from "./mapInputs";
import { mapTable } from "./mapTable";
import { usePage } from "./PageContext";
import { plainTex } from "./plainTex";
import { useLive } from "./useLive";

const ContourMapView = lazy(() => import("./ContourMapView"));

/** The loss as a map: lines of equal loss, the gradient, the point. */
export default function LandscapeFigureView(): ReactNode {
  const { workbench, observation } = usePage();
  const inputs = useMemo(() => mapInputs(workbench), [workbench]);
  const [keys, setKeys] = useState<readonly (string | undefined)[]>([inputs[0]?.key, inputs[1]?.key]);
  const probe = useMemo(
    () => (workbench.loss === null ? null : workbench.probe(workbench.loss.expression, workbench.loss.scope)),
    [workbench],
  );
  const root = useRef<HTMLDivElement>(null);
  const [hasSection, setHasSection] = useState(false);
  const says = useRef<HTMLParagraphElement>(null);
  const [first, second] = keys.map((key) => inputs.find((input) => input.key === key));
  const name = plainTex(workbench.loss?.tex ?? "");
  const write = useCallback(
    ({ bindings }: Observation) => {
      if (says.current === null || probe === null || first === undefined || second === undefined) return;
      const [x, y] = [probe.slope(first.key, bindings), probe.slope(second.key, bindings)];
      const value = probe.value(bindings);
      says.current.textContent = `At ${plainTex(first.tex)} = ${shortText(bindings.inputs[first.key] ?? 0)}, ${plainTex(second.tex)} = ${shortText(bindings.inputs[second.key] ?? 0)}: ${name} = ${numberText(value, 6)}. The gradient (${numberText(x, 4)}, ${numberText(y, 4)}) points uphill, as the arrow does.`;
      says.current.setAttribute("data-gradient", `${x} ${y}`);
    },
    [probe, first, second, name],
  );
  useLive(write);
  if (probe === null || first === undefined || second === undefined)
    return <p className="figure-empty">There is no loss over two inputs here.</p>;
  const choose = (at: number, key: string) =>
    setKeys(keys.map((old, place) => (place === at ? key : old === key ? keys[at] : old)));
  return (
    <div className="figure">
      <div ref={root}>
        <Suspense fallback={<div className="map-place" />}>
          <ContourMapView key={keys.join()} probe={probe} name={name} first={first} second={second} />
        </Suspense>
      </div>
      <div className="figure-controls">
        {["across", "upwards"].map((side, at) => (
          <label key={side}>
            {side}
            <select value={keys[at] ?? ""} onChange={(event) => choose(at, event.currentTarget.value)}>
              {inputs.map(({ key, tex }) => (
                <option key={key} value={key}>
                  {plainTex(tex)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p className="figure-says" ref={says} />
      <label className="scale-choice">
        <input type="checkbox" checked={hasSection} onChange={() => setHasSection(!hasSection)} /> section along the
        gradient
      </label>
      {hasSection ? (
        <GradientSectionView key={`${keys.join()} section`} probe={probe} name={name} first={first} second={second} />
      ) : null}
      <p className="figure-note">
        The stronger the colour, the higher. Press or drag on the map, or use the arrow keys, to move the point.
      </p>
      <FigureToolsView
        root={root}
        table={() => mapTable(probe, name, first, second, observation.getState().bindings)}
      />
    </div>
  );
}
