import { useSyncExternalStore } from "react";
import { type DeskState, nothingKnown } from "./DeskState";
import { useSite } from "./SiteContext";

const never = () => () => {};
const noState = () => nothingKnown;

/** What is known of the reader's own document; nothing while a page is prerendered or taken over. */
export function useDeskState(): DeskState {
  const { desk } = useSite();
  return useSyncExternalStore(desk?.state.subscribe ?? never, desk?.state.getState ?? noState, noState);
}
