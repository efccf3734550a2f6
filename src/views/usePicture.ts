import { useLayoutEffect, useMemo } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { type ClassesPicture, classesPicture } from "./classesPicture";
import type { Classes } from "./findClasses";
import { usePage } from "./PageContext";
import { pageGraph } from "./pageGraph";

/** What the classes are, evaluated anew after each observation while the figure is open. */
export function usePicture(classes: Classes): StoreApi<ClassesPicture> {
  const { workbench, observation } = usePage();
  const { store, evaluate } = useMemo(() => {
    const evaluate = () => {
      const { bindings, gradients } = observation.getState();
      const graph = pageGraph(workbench, bindings.indices);
      const seen = graph?.observe(bindings.inputs);
      const places = new Map(graph?.nodes.map(({ key }, at) => [key, at]));
      return classesPicture(classes, bindings, gradients, (key) => seen?.adjoints[places.get(key) ?? -1]);
    };
    return { store: createStore<ClassesPicture>(evaluate), evaluate };
  }, [classes, workbench, observation]);
  useLayoutEffect(() => {
    const refresh = () => store.setState(evaluate(), true);
    refresh();
    return observation.subscribe(refresh);
  }, [store, evaluate, observation]);
  return store;
}
