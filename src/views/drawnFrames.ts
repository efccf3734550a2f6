import type { ChartFrame } from "./ChartFrame";
import { buildDrawing, type Drawings } from "./Drawing";
import { ticksOf } from "./steadyDomain";

/** Frames that pages came with, by what they show: a step most often has the same one as the step before. */
const drawn = new Map<string, Element>();

/** Frames of one key look the same. */
export function frameKey({ x, y, width, height, rows, xText, yText }: ChartFrame): string {
  return JSON.stringify([x, y, width, height, ticksOf(x, 6).map(xText), ticksOf(y, rows).map(yText)]);
}

/** Whether a frame needs no Recharts: it came with a page, or with the drawings of its document. */
export function isDrawn(frame: ChartFrame, drawings: Drawings | null): boolean {
  const key = frameKey(frame);
  return drawn.has(key) || drawings?.frames[key] !== undefined;
}

/** Keeps the frame that a page came with, or puts the drawing of a frame into its place. */
export function settleFrame(place: HTMLElement, frame: ChartFrame, drawings: Drawings | null): void {
  const key = frameKey(frame);
  if (place.dataset.frame === key) return;
  const [present] = place.children;
  if (present !== undefined && place.dataset.frame === undefined) drawn.set(key, present);
  else {
    const other = drawn.get(key)?.cloneNode(true) ?? built(key, drawings);
    if (other === null) return;
    place.replaceChildren(other);
  }
  place.dataset.frame = key;
}

function built(key: string, drawings: Drawings | null): Element | null {
  const place = drawings?.frames[key];
  return drawings === null || place === undefined ? null : buildDrawing(drawings.elements, place, document);
}
