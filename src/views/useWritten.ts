import { useLayoutEffect } from "react";
import type { StoreApi } from "zustand/vanilla";

/** Writes a state straight into the page, now and whenever it changes, without rendering. `write` must be stable. */
export function useWritten<T>(source: StoreApi<T>, write: (state: T) => void): void {
  useLayoutEffect(() => {
    write(source.getState());
    return source.subscribe(write);
  }, [source, write]);
}
