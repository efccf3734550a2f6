import { createContext, useContext, useState } from "react";

/** True until the page that was prerendered is taken over, which is one commit: no part of it comes later. */
export const TakeOverContext = createContext<{ readonly isComing: boolean }>({ isComing: false });

/** Whether this part of the page was there before React, and was taken over rather than made. */
export function useWasPrerendered(): boolean {
  const takeOver = useContext(TakeOverContext);
  const [wasPrerendered] = useState(takeOver.isComing);
  return wasPrerendered;
}
