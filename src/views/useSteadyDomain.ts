import { useEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import { type Extent, steadyDomain } from "./steadyDomain";

/** The domain that `wanted` asks for, eased in steps: a render happens only when it changes. `wanted` must be stable. */
export function useSteadyDomain<T>(source: StoreApi<T>, wanted: (state: T) => Extent | null): Extent {
  const [domain, setDomain] = useState<Extent>(() => steadyDomain(null, wanted(source.getState()) ?? [-1, 1]));
  const latest = useRef(domain);
  useEffect(() => {
    // React is not asked at each frame whether anything changed.
    const ease = (state: T) => {
      const extent = wanted(state);
      const next = extent === null ? latest.current : steadyDomain(latest.current, extent);
      if (next === latest.current) return;
      latest.current = next;
      setDomain(next);
    };
    ease(source.getState());
    return source.subscribe(ease);
  }, [source, wanted]);
  return domain;
}
