import { useLayoutEffect, useMemo } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AxisSpec, Workbench } from "../check/Workbench";
import type { Page } from "../store/createPage";
import { axisPoints, type Curves, curvesAt } from "./curveSource";
import { usePage } from "./PageContext";

/** The curves of some lines over one axis, evaluated anew after each observation while the figure is open. */
export function useCurves(lines: readonly number[], axis: AxisSpec): StoreApi<Curves> {
  const { workbench, observation } = usePage();
  const source = useMemo(
    () => followedCurves(workbench, observation, lines, axis),
    [workbench, observation, lines, axis],
  );
  useLayoutEffect(() => {
    source.refresh();
    return observation.subscribe(source.refresh);
  }, [source, observation]);
  return source.store;
}

/** What has been evaluated for an observation is not evaluated for it again. */
function followedCurves(
  workbench: Workbench,
  observation: Page["observation"],
  lines: readonly number[],
  axis: AxisSpec,
): { readonly store: StoreApi<Curves>; readonly refresh: () => void } {
  const at = axisPoints(axis);
  let seen = observation.getState();
  const evaluate = () => curvesAt(workbench, lines, axis, at, seen);
  const store = createStore<Curves>(evaluate);
  const refresh = () => {
    if (seen === observation.getState()) return;
    seen = observation.getState();
    store.setState(evaluate(), true);
  };
  return { store, refresh };
}
