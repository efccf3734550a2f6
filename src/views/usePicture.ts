import { useCallback } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { Observation } from "../store/Observation";
import { type ClassesPicture, classesPicture } from "./classesPicture";
import type { Classes } from "./findClasses";
import { usePage } from "./PageContext";
import { pageGraph } from "./pageGraph";
import { useEvaluated } from "./useEvaluated";

/** What the classes are, evaluated anew after each observation while the figure is open. */
export function usePicture(classes: Classes): StoreApi<ClassesPicture> {
  const { workbench } = usePage();
  const evaluate = useCallback(
    ({ bindings, gradients }: Observation) => {
      const graph = pageGraph(workbench, bindings.indices);
      const seen = graph?.observe(bindings.inputs);
      const places = new Map(graph?.nodes.map(({ key }, at) => [key, at]));
      return classesPicture(classes, bindings, gradients, (key) => seen?.adjoints[places.get(key) ?? -1]);
    },
    [classes, workbench],
  );
  return useEvaluated(evaluate);
}
