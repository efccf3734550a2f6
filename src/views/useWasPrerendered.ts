import { useContext, useState } from "react";
import { TakeOverContext } from "./TakeOverView";

/** Whether this part of the page was there before React, and was taken over rather than made. */
export function useWasPrerendered(): boolean {
  const takeOver = useContext(TakeOverContext);
  const [wasPrerendered] = useState(takeOver.isComing);
  return wasPrerendered;
}
