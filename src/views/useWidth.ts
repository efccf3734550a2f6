import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Width of an element in whole pixels, kept as it changes; null while it is not known or not shown. */
export function useWidth(place: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    // The observer speaks once when it starts, after layout: asking for the width here would force one. What it says is
    // rendered before the paint that follows.
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) flushSync(() => setWidth(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
