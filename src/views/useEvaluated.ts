import { useLayoutEffect, useMemo } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Observation } from "../store/Observation";
import { usePage } from "./PageContext";

/** What a figure shows, evaluated anew after each observation while it is open. `evaluate` must be stable. */
export function useEvaluated<T>(evaluate: (observation: Observation) => T): StoreApi<T> {
  const { observation } = usePage();
  const store = useMemo(() => createStore<T>(() => evaluate(observation.getState())), [evaluate, observation]);
  useLayoutEffect(() => {
    const refresh = (now: Observation) => store.setState(evaluate(now), true);
    refresh(observation.getState());
    return observation.subscribe(refresh);
  }, [store, evaluate, observation]);
  return store;
}
