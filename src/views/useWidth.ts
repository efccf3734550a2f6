import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Width of an element in whole pixels, kept as it changes; `usual` while it is not known or not shown. */
export function useWidth(place: RefObject<HTMLElement | null>, usual: number): number {
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    let known = usual;
    // The observer speaks once when it starts, after layout: asking for the width here would force one. What is new in
    // what it says is rendered before the paint that follows.
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured === 0 || measured === known) return;
      known = measured;
      flushSync(() => setWidth(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, usual]);
  return width;
}
