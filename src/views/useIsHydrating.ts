import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True while React takes over prerendered markup, false where it makes its own. */
export function useIsHydrating(): boolean {
  return useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== "undefined",
  );
}
