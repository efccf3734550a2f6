import { useSyncExternalStore } from "react";
import type { DeskState } from "./createDesk";
import { useSite } from "./SiteContext";

const nothing: DeskState = { entry: null, progress: null, message: null };
const never = () => () => {};
const noState = () => nothing;

/** What is known of the reader's own document; nothing while a page is prerendered or taken over. */
export function useDeskState(): DeskState {
  const { desk } = useSite();
  return useSyncExternalStore(desk?.state.subscribe ?? never, desk?.state.getState ?? noState, noState);
}
