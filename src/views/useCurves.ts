import { useLayoutEffect, useMemo } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AxisSpec } from "../check/Workbench";
import { axisPoints, type Curves, curvesAt } from "./curveSource";
import { usePage } from "./PageContext";

/** The curves of some lines over one axis, evaluated anew after each observation while the figure is open. */
export function useCurves(lines: readonly number[], axis: AxisSpec): StoreApi<Curves> {
  const { workbench, observation } = usePage();
  const source = useMemo(() => {
    const at = axisPoints(axis);
    const evaluate = () => curvesAt(workbench, lines, axis, at, observation.getState());
    return { store: createStore<Curves>(evaluate), evaluate };
  }, [workbench, observation, lines, axis]);
  useLayoutEffect(() => {
    const refresh = () => source.store.setState(source.evaluate(), true);
    refresh();
    return observation.subscribe(refresh);
  }, [source, observation]);
  return source.store;
}
