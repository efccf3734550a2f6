import { usualWidth } from "./chartScale";
import { shortText } from "./formatNumber";
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

/** A frame of the usual kind wherever nothing else is said: its axes name plain values. */
export function chartFrame(own: Pick<ChartFrame, "x" | "y" | "height"> & Partial<ChartFrame>): ChartFrame {
  return { width: usualWidth, rows: 5, xText: valueText, yText: valueText, ...own };
}

function valueText(value: number): string {
  return shortText(value, 6);
}
