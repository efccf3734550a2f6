import { createContext } from "react";
import type { Extent } from "./steadyDomain";

/** What the frame of a chart is drawn from; sizes are in pixels. */
export interface ChartFrame {
  readonly x: Extent;
  readonly y: Extent;
  readonly width: number;
  readonly height: number;
  /** About how many ticks the upright axis has. */
  readonly rows: number;
  /** How the axes name their ticks. */
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
}

/** Where a page is built, it asks here for the markup of a frame; null where it runs. */
export const FrameMarkupContext = createContext<((frame: ChartFrame) => string) | null>(null);
