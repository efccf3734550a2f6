import { useEffect } from "react";
import type { StoreApi } from "zustand/vanilla";

/** Milliseconds without a change. */
const rest = 250;

/** Writes what need not move along, such as names that are read aloud: once the state has come to rest. */
export function useRested<T>(source: StoreApi<T>, write: (state: T) => void): void {
  useEffect(() => {
    let timer = setTimeout(() => write(source.getState()));
    const unsubscribe = source.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => write(source.getState()), rest);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [source, write]);
}
