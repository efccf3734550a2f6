import { type PointerEvent, useCallback, useRef, useState } from "react";

/** A place in the window, in pixels. */
export interface Pointed {
  readonly clientX: number;
  readonly clientY: number;
}

/** Whether a pointer has been on an element, and where on it it is now: written without a render. */
export function usePointer() {
  const [wasHere, setWasHere] = useState(false);
  const now = useRef<Pointed | null>(null);
  const come = useCallback(({ clientX, clientY }: PointerEvent) => {
    now.current = { clientX, clientY };
    setWasHere(true);
  }, []);
  const leave = useCallback(() => {
    now.current = null;
  }, []);
  return { wasHere, now, come, leave };
}
