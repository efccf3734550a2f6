import { useLayoutEffect, useMemo } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import { usePage } from "./PageContext";

/** Values, adjoints and local derivatives of a graph, evaluated anew after each observation. */
export function useSeenGraph(graph: ComputationGraph): StoreApi<GraphObservation> {
  const { observation } = usePage();
  const { store, evaluate } = useMemo(() => {
    const evaluate = () => graph.observe(observation.getState().bindings.inputs);
    return { store: createStore<GraphObservation>(evaluate), evaluate };
  }, [graph, observation]);
  useLayoutEffect(() => {
    const refresh = () => store.setState(evaluate(), true);
    refresh();
    return observation.subscribe(refresh);
  }, [store, evaluate, observation]);
  return store;
}
