import type { ChartFrame } from "./ChartFrame";
import { ticksOf } from "./steadyDomain";

/** Frames that the page came with, by what they show: a step most often has the same one as the step before. */
const drawn = new Map<string, Element>();

/** Frames of one key look the same. */
export function frameKey({ x, y, width, height, rows, xText, yText }: ChartFrame): string {
  return JSON.stringify([x, y, width, height, ticksOf(x, 6).map(xText), ticksOf(y, rows).map(yText)]);
}

export function isDrawn(frame: ChartFrame): boolean {
  return drawn.has(frameKey(frame));
}

/** Keeps the frame that a page came with, or puts a copy of it where a chart is made anew. */
export function settleFrame(place: Element, frame: ChartFrame): void {
  const key = frameKey(frame);
  const [drawing] = place.children;
  const kept = drawn.get(key);
  if (drawing !== undefined) drawn.set(key, drawing);
  else if (kept !== undefined) place.append(kept.cloneNode(true));
}
