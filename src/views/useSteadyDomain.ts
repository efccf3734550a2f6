import { useEffect, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import { type Extent, steadyDomain } from "./steadyDomain";

/** The domain that `wanted` asks for, eased in steps: a render happens only when it changes. `wanted` must be stable. */
export function useSteadyDomain<T>(source: StoreApi<T>, wanted: (state: T) => Extent | null): Extent {
  const [domain, setDomain] = useState<Extent>(() => steadyDomain(null, wanted(source.getState()) ?? [-1, 1]));
  useEffect(() => {
    const ease = (state: T) =>
      setDomain((before) => {
        const extent = wanted(state);
        return extent === null ? before : steadyDomain(before, extent);
      });
    ease(source.getState());
    return source.subscribe(ease);
  }, [source, wanted]);
  return domain;
}
