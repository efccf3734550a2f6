import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type ChartFrameView from "./ChartFrameView";

type FrameView = typeof ChartFrameView;

/** Once it is there, every new chart begins with it. */
let loaded: FrameView | null = null;

/**
 * What draws a chart's frame, fetched when it is needed; null until then. It takes its place before the next paint:
 * Recharts finds its axes in effects, which a render that may wait would run after one without them.
 */
export function useFrameView(isNeeded: boolean): FrameView | null {
  const [view, setView] = useState<FrameView | null>(() => loaded);
  useEffect(() => {
    if (!isNeeded || view !== null) return;
    let isWaiting = true;
    const fetchIt = async () => {
      // Offline: the chart stays as it is, and so does its domain.
      const module = await import("./ChartFrameView").catch(() => null);
      if (module === null) return;
      loaded = module.default;
      if (isWaiting) flushSync(() => setView(() => module.default));
    };
    void fetchIt();
    return () => {
      isWaiting = false;
    };
  }, [isNeeded, view]);
  return view;
}
