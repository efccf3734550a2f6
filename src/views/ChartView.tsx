import { type CSSProperties, type ReactNode, useMemo, useRef } from "react";
import { ChartGridView } from "./ChartGridView";
import { ChartTipView } from "./ChartTipView";
import { type PlotBox, plotBox, plotInset, usualWidth } from "./chartScale";
import { shortText } from "./formatNumber";
import type { Extent } from "./steadyDomain";
import { useWidth } from "./useWidth";

interface Props {
  readonly x: Extent;
  readonly y: Extent;
  readonly height: number;
  readonly rows?: number;
  /** How the upright axis names its ticks, where they are not plain values. */
  readonly yText?: (value: number) => string;
  /** Positions at which the tool tip can be asked, ascending. */
  readonly at: Float64Array;
  /** What the tool tip says at a position. */
  readonly tip: (x: number) => ReactNode;
  /** The moving part, drawn into the frame. */
  readonly children: (box: PlotBox) => ReactNode;
}

const besides: CSSProperties = { left: plotInset.left, width: `calc(100% - ${plotInset.left + plotInset.right}px)` };

/**
 * Axes, grid and tool tip. Nothing here renders while values move: the moving part is the children's own. A prerendered
 * chart fits every width: its frame stands at shares of it, and its moving part is stretched until it is drawn anew.
 */
export function ChartView({ x, y, height, rows = 5, yText = tick, at, tip, children }: Props): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const box = useMemo(() => plotBox(width ?? usualWidth, height), [width, height]);
  return (
    <div className="chart-frame" ref={frame} style={{ height }}>
      <svg className="chart-drawing" width="100%" height={height} aria-hidden="true">
        <ChartGridView x={x} y={y} height={height} rows={rows} xText={tick} yText={yText} />
      </svg>
      <svg
        className="moving"
        style={besides}
        height={height}
        viewBox={`${box.x} 0 ${box.width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {children(box)}
      </svg>
      <ChartTipView frame={frame} x={x} at={at} tip={tip} />
    </div>
  );
}

function tick(value: number): string {
  return shortText(value, 6);
}
