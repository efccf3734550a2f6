import { useLayoutEffect } from "react";
import type { Observation } from "../store/Observation";
import { usePage } from "./PageContext";

/**
 * Writes what depends on the live numbers straight into the page, once now and once per evaluation, without rendering.
 * `write` must be stable (useCallback): a new one writes again.
 */
export function useLive(write: (observation: Observation) => void): void {
  const { observation } = usePage();
  useLayoutEffect(() => {
    write(observation.getState());
    return observation.subscribe(write);
  }, [observation, write]);
}
