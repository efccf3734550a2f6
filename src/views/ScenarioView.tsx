import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Scenario } from "../derivation/Derivation";
import { labelsAreOneHot } from "../store/PageState";
import type { Timeline } from "../store/Timeline";
import { useOpenPage } from "./PageContext";
import { pageClasses } from "./pageClasses";
import { classesOfStart, startBindings, startOf } from "./scenarioInputs";
import { useRested } from "./useRested";
import { useWritten } from "./useWritten";
import { writeText } from "./writeText";

/** Values of the box that no name of a scenario can be. */
const [pageOwn, readerOwn] = ["", " "];
const noScenarios: readonly Scenario[] = [];

/** Starting values by name, the way back to them, and undo over all inputs. */
export function ScenarioView(): ReactNode {
  const { page, derivation, section } = useOpenPage();
  const scenarios = derivation.sections.find(({ id }) => id === section)?.scenarios ?? noScenarios;
  const undo = useRef<HTMLButtonElement>(null);
  const redo = useRef<HTMLButtonElement>(null);
  // A drag begins with such a change: it must not begin with a render.
  const allow = useCallback(({ past, future }: Timeline<unknown>) => {
    undo.current?.setAttribute("aria-disabled", String(past.length === 0));
    redo.current?.setAttribute("aria-disabled", String(future.length === 0));
  }, []);
  useWritten(page.timeline, allow);
  // Where Reset leads: the start that was last chosen, or that the inputs were last at.
  const [chosen, setChosen] = useState<Scenario | null>(null);
  const box = useRef<HTMLSelectElement>(null);
  const own = useRef<HTMLSpanElement>(null);
  const tell = useCallback(() => {
    const { workbench, state } = page;
    const classes = pageClasses(workbench, derivation, section)?.logits.length ?? null;
    const found = startOf([chosen, null, ...scenarios], workbench, classes, state.getState().bindings);
    if (box.current !== null) box.current.value = found === undefined ? readerOwn : (found?.name ?? pageOwn);
    writeText(own.current, found === undefined ? "your own values" : "the page’s own values");
    if (found !== undefined) setChosen(found);
  }, [page, derivation, section, scenarios, chosen]);
  // A drag goes on meanwhile: what the inputs are at is told once they rest.
  useRested(page.observation, tell);
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
    const classes = classesOfStart(scenario);
    if (classes !== null) page.setClasses(classes);
    const { inputs, indices } = startBindings(scenario, page.workbench);
    page.setInputs(inputs, indices);
    if (!labelsAreOneHot(page.workbench, page.state.getState().bindings)) page.change({ softLabels: true });
  };
  return (
    <>
      <div className="starts">
        {scenarios.length === 0 ? (
          <span className="starts-name" ref={own}>
            the page’s own values
          </span>
        ) : (
          <label className="starts-name">
            start from
            <select
              ref={box}
              defaultValue={pageOwn}
              autoComplete="off"
              onChange={(event) => {
                const next = scenarios.find(({ name }) => name === event.currentTarget.value) ?? null;
                setChosen(next);
                start(next);
              }}
            >
              <option value={pageOwn}>the page’s own values</option>
              <option value={readerOwn} disabled hidden>
                your own values
              </option>
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
