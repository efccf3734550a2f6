import type { AxisSpec } from "../check/Workbench";
import { type ChartFrame, chartFrame } from "./ChartFrame";
import { chartScale, curvePath, type PlotBox } from "./chartScale";
import type { Curves } from "./curveSource";
import { type Extent, extentOf } from "./steadyDomain";
import { undefinedStretches } from "./undefinedStretches";
import { writeAttribute } from "./writeAttribute";

/** Height of the chart of both sides, in pixels. */
export const sidesHeight = 186;

export function sidesFrame(axis: AxisSpec, y: Extent): ChartFrame {
  return chartFrame({ x: [axis.min, axis.max], y, height: sidesHeight });
}

/** What the upright axis should show: both sides, and where they are now; null where nothing is defined. */
export function sidesExtent({ lines, values }: Curves): Extent | null {
  const extent = extentOf(lines);
  const here = values.filter(Number.isFinite);
  return extent === null ? null : [Math.min(extent[0], ...here), Math.max(extent[1], ...here)];
}

type Part = "gaps" | "wide" | "thin" | "plumb" | "dot";

/** Both curves, where they are undefined, and the present point: what the page is built with and what is written live. */
export function sidesDrawing(
  { at, lines, now, values }: Curves,
  box: PlotBox,
  x: Extent,
  y: Extent,
): Readonly<Record<Part, string>> {
  const scale = chartScale(box, x, y);
  const [left, right] = lines;
  const shaded = undefinedStretches(at, lines).map(
    ([from, to]) => `M${scale.x(from)},${box.y}H${scale.x(to)}v${box.height}H${scale.x(from)}Z`,
  );
  const position = Number.isFinite(now) ? scale.x(now) : -100;
  const value = values.at(-1) ?? Number.NaN;
  return {
    gaps: shaded.join(""),
    wide: left === undefined ? "" : curvePath(at, left, scale, box),
    thin: right === undefined ? "" : curvePath(at, right, scale, box),
    plumb: `translate(${position},0)`,
    dot:
      Number.isFinite(value) && Number.isFinite(now)
        ? `translate(${position},${scale.y(value)})`
        : "translate(-100,-100)",
  };
}

/** The elements of the drawing, found once, and how it is written into them. */
export function sidesWriter(svg: Element): (drawing: Readonly<Record<Part, string>>) => void {
  const parts = (Object.keys(places) as Part[]).map((part) => {
    const [selector, attribute] = places[part];
    return { part, element: svg.querySelector(selector), attribute };
  });
  return (drawing) => {
    for (const { part, element, attribute } of parts) writeAttribute(element, attribute, drawing[part]);
  };
}

const places: Readonly<Record<Part, readonly [selector: string, attribute: string]>> = {
  gaps: [".undefined-region", "d"],
  wide: [".curve-wide", "d"],
  thin: [".curve-thin", "d"],
  plumb: [".plumb", "transform"],
  dot: [".current-point", "transform"],
};
