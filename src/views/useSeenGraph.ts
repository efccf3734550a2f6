import { useCallback } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import type { Observation } from "../store/Observation";
import { useEvaluated } from "./useEvaluated";

/** Values, adjoints and local derivatives of a graph, evaluated anew after each observation. */
export function useSeenGraph(graph: ComputationGraph): StoreApi<GraphObservation> {
  return useEvaluated(useCallback(({ bindings }: Observation) => graph.observe(bindings.inputs), [graph]));
}
