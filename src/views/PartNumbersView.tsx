import { type ReactNode, useCallback, useMemo, useRef } from "react";
import type { Observation } from "../store/Observation";
import { numberText, valueText } from "./formatNumber";
import type { PartPlace } from "./LineSide";
import { useCurrentRow, usePage, usePageState } from "./PageContext";
import { probePart, type Worth } from "./partFacts";
import { plainTex } from "./plainTex";
import { useLive } from "./useLive";

/** A part's value and its slope by the axis of the page's figures; both follow the inputs. */
export function PartNumbersView({ place }: { readonly place: PartPlace }): ReactNode {
  const { workbench } = usePage();
  const row = useCurrentRow();
  const chosen = usePageState((state) => state.axis);
  const axis = workbench.axes.find(({ key }) => key === (chosen ?? row?.compared?.axis)) ?? workbench.axes[0];
  const axisKey = axis?.key ?? null;
  const probe = useMemo(() => probePart(place, workbench), [place, workbench]);
  const value = useRef<HTMLSpanElement>(null);
  const slope = useRef<HTMLSpanElement>(null);
  const write = useCallback(
    ({ bindings, lineValues }: Observation) => {
      const own = place.part === 0 && place.side.value !== null ? lineValues[place.side.value] : undefined;
      const worth: Worth = own === undefined ? probe.worth(bindings) : { kind: "number", value: own };
      put(value.current, worthText(worth), worthData(worth));
      const by = axisKey === null || worth.kind !== "number" ? Number.NaN : probe.slope(axisKey, bindings);
      put(slope.current, Number.isFinite(by) ? valueText(by) : "–", String(by));
    },
    [place, probe, axisKey],
  );
  useLive(write);
  return (
    <p className="inspector-numbers">
      <span ref={value} className="inspector-value" />
      {axis === undefined ? null : (
        <span className="inspector-slope">
          ∂/∂{plainTex(axis.tex)} <span ref={slope} className="inspector-value" />
        </span>
      )}
    </p>
  );
}

function put(element: HTMLElement | null, text: string, data: string): void {
  if (element === null) return;
  element.textContent = text;
  element.setAttribute("data-number", data);
}

function worthText(worth: Worth): string {
  switch (worth.kind) {
    case "number":
      return `= ${valueText(worth.value)}`;
    case "numbers":
      return `for each ${worth.letters.join(", ")}: ${worth.values.map((one) => numberText(one, 3)).join(", ")}`;
    case "none":
      return worth.reason;
  }
}

function worthData(worth: Worth): string {
  return worth.kind === "number" ? String(worth.value) : worth.kind === "numbers" ? worth.values.join(" ") : "";
}
