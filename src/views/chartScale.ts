import type { Extent } from "./steadyDomain";

/** From values to pixels of a chart. */
export interface ChartScale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface PlotBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the plot for the names of the ticks, in pixels: what stands in it is as wide on every page. */
export const plotInset = { left: 46, right: 10, top: 6, bottom: 22 } as const;

/** The width of a chart in the bench of a wide window (chart.css gives it), and so in a page that is built. */
export const usualWidth = 380;

/** The plot within a chart of this size. */
export function plotBox(width: number, height: number): PlotBox {
  const { left, right, top, bottom } = plotInset;
  return { x: left, y: top, width: Math.max(width - left - right, 1), height: height - top - bottom };
}

export function chartScale(box: PlotBox, x: Extent, y: Extent): ChartScale {
  return {
    x: (value) => box.x + ((value - x[0]) / (x[1] - x[0])) * box.width,
    y: (value) => box.y + box.height - ((value - y[0]) / (y[1] - y[0])) * box.height,
  };
}

/**
 * A curve as path data. Where a value is undefined the curve has a gap; far outside values are held just outside the
 * box, so that no coordinate overflows.
 */
export function curvePath(at: Float64Array, values: Float64Array, scale: ChartScale, box: PlotBox): string {
  let path = "";
  let isDown = false;
  for (let index = 0; index < at.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      isDown = false;
      continue;
    }
    const y = Math.min(Math.max(scale.y(value), box.y - 4 * box.height), box.y + 5 * box.height);
    path += `${isDown ? "L" : "M"}${pixel(scale.x(at[index] ?? 0))},${pixel(y)}`;
    isDown = true;
  }
  return path;
}

/** Dots of radius 1.3 as path data. */
export function dotsPath(at: Float64Array, values: Float64Array, scale: ChartScale): string {
  let path = "";
  at.forEach((x, index) => {
    const value = values[index] ?? Number.NaN;
    if (Number.isFinite(value))
      path += `M${pixel(scale.x(x) - 1.3)},${pixel(scale.y(value))}a1.3,1.3 0 1 0 2.6,0a1.3,1.3 0 1 0 -2.6,0`;
  });
  return path;
}

function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}
