import type { AxisSpec } from "../check/Workbench";
import { type ChartFrame, chartFrame } from "./ChartFrame";
import { type Curves, differences, differencesInUlps } from "./curveSource";
import { scientificText } from "./formatNumber";
import { fromSignedLog, signedLog } from "./signedLog";
import { type Extent, extentOf, steadyDomain } from "./steadyDomain";

/** In what the difference of two sides is drawn. */
export type DifferenceUnit = "ulp" | "value" | "log";

/** Up to so many units a difference is rounding, and is counted; beyond it is a difference, and is measured. */
const mostUlps = 64;

export function differenceUnit(curves: Curves): Exclude<DifferenceUnit, "log"> {
  return differencesInUlps(curves).some((ulps) => ulps > mostUlps) ? "value" : "ulp";
}

/** What the axis of a difference should show; null where it is undefined everywhere. */
export const differenceExtents: Readonly<Record<DifferenceUnit, (curves: Curves) => Extent | null>> = {
  ulp: ulpExtent,
  value: valueExtent,
  log: logExtent,
};

export function differenceFrame(axis: AxisSpec, y: Extent, unit: DifferenceUnit): ChartFrame {
  return chartFrame({
    x: [axis.min, axis.max],
    y,
    height: 84,
    rows: unit === "ulp" ? 3 : 2,
    ...(unit === "log" ? { yText: logText } : {}),
  });
}

function ulpExtent(curves: Curves): Extent {
  const most = differencesInUlps(curves).reduce((largest, ulps) => Math.max(largest, ulps || 0), 0);
  return [0, Math.max(2, 2 ** Math.ceil(Math.log2(Math.max(most, 1))))];
}

function valueExtent(curves: Curves): Extent | null {
  const extent = extentOf([differences(curves)]);
  return extent === null ? null : steadyDomain(null, [Math.min(0, extent[0]), Math.max(0, extent[1])]);
}

function logExtent(curves: Curves): Extent | null {
  const extent = valueExtent(curves);
  return extent === null ? null : [signedLog(extent[0]), signedLog(extent[1])];
}

function logText(scaled: number): string {
  return scientificText(fromSignedLog(scaled), 0);
}
