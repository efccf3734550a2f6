import { useSyncExternalStore } from "react";
import type { StoreApi } from "zustand/vanilla";

/**
 * A part of a store; a render follows only where the part changes. (zustand's own hook takes React whole, and with it
 * what this page does not use.)
 */
export function useSelected<S, T>(store: StoreApi<S>, select: (state: S) => T): T {
  const selected = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, selected, selected);
}
