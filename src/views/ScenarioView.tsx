import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Scenario } from "../derivation/Derivation";
import { initialBindings, labelsAreOneHot } from "../store/PageState";
import { useOpenPage } from "./PageContext";
import { scenarioInputs } from "./scenarioInputs";
import { useWritten } from "./useWritten";

/** Starting values by name, the way back to them, and undo over all inputs. */
export function ScenarioView(): ReactNode {
  const { page, derivation, section } = useOpenPage();
  const scenarios = derivation.sections.find(({ id }) => id === section)?.scenarios ?? [];
  const undo = useRef<HTMLButtonElement>(null);
  const redo = useRef<HTMLButtonElement>(null);
  // A drag begins with such a change: it must not begin with a render.
  const allow = useCallback(({ back, forth }: { readonly back: boolean; readonly forth: boolean }) => {
    undo.current?.setAttribute("aria-disabled", String(!back));
    redo.current?.setAttribute("aria-disabled", String(!forth));
  }, []);
  useWritten(page.ways, allow);
  const [chosen, setChosen] = useState<Scenario | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      if (event.target instanceof Element && event.target.closest("input[type=text], textarea") !== null) return;
      event.preventDefault();
      if (event.shiftKey) page.redo();
      else page.undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [page]);
  const start = (scenario: Scenario | null) => {
    // A list of values is for so many classes.
    const lengths = Object.values(scenario?.values ?? {}).flatMap((one) =>
      typeof one === "number" ? [] : [one.length],
    );
    if (lengths.length > 0) page.setClasses(Math.max(...lengths));
    const { inputs, indices } = initialBindings(page.workbench);
    const own = scenario === null ? {} : scenarioInputs(scenario, page.workbench.inputs);
    page.setInputs({ ...inputs, ...own }, indices);
    if (!labelsAreOneHot(page.workbench, page.state.getState().bindings)) page.change({ softLabels: true });
  };
  return (
    <>
      <div className="starts">
        {scenarios.length === 0 ? (
          <span className="starts-name">the page’s own values</span>
        ) : (
          <label className="starts-name">
            start from
            <select
              value={chosen?.name ?? ""}
              onChange={(event) => {
                const next = scenarios.find(({ name }) => name === event.currentTarget.value) ?? null;
                setChosen(next);
                start(next);
              }}
            >
              <option value="">the page’s own values</option>
              {scenarios.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" className="button button-small" onClick={() => start(chosen)}>
          Reset
        </button>
        <button
          type="button"
          className="button button-small button-sign"
          aria-label="Undo"
          title="Undo (Ctrl+Z)"
          ref={undo}
          aria-disabled="true"
          onClick={page.undo}
        >
          ↶
        </button>
        <button
          type="button"
          className="button button-small button-sign"
          aria-label="Redo"
          title="Redo (Ctrl+Shift+Z)"
          ref={redo}
          aria-disabled="true"
          onClick={page.redo}
        >
          ↷
        </button>
      </div>
      {chosen === null || chosen.look === "" ? null : (
        <p className="starts-look" role="status">
          {chosen.look}
        </p>
      )}
    </>
  );
}
