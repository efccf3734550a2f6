import { type ReactNode, useMemo, useRef, useState } from "react";
import { BakedFrameView } from "./BakedFrameView";
import type { ChartFrame } from "./ChartFrame";
import { type PlotBox, plotBox, usualWidth } from "./chartScale";
import { isDrawn } from "./drawnFrames";
import { shortText } from "./formatNumber";
import { LiveFrameView } from "./LiveFrameView";
import type { Extent } from "./steadyDomain";
import { useFrameView } from "./useFrameView";
import { useIsHydrating } from "./useIsHydrating";
import { useIsSeen } from "./useIsSeen";
import { usePointer } from "./usePointer";
import { useWidth } from "./useWidth";

interface Props {
  readonly x: Extent;
  readonly y: Extent;
  readonly height: number;
  readonly rows?: number;
  /** How the axes name their ticks, where they are not plain values. */
  readonly xText?: (value: number) => string;
  readonly yText?: (value: number) => string;
  /** Positions at which the tool tip can be asked, ascending. */
  readonly at: Float64Array;
  /** What the tool tip says at a position, null for nothing. */
  readonly tip: (x: number) => ReactNode;
  /** The moving part, drawn into the frame: in the box and the domain that the frame has at present. */
  readonly children: (box: PlotBox, x: Extent, y: Extent) => ReactNode;
}

/** Room beyond the plot for a point that lies on its edge. */
const bleed = 6;

/**
 * A chart: its frame by Recharts, and the moving part, which is the children's own, so that nothing here renders while
 * values move. A page comes with the frame drawn; Recharts itself is fetched for what a drawing can't do: a tool tip,
 * another width, another domain. Until it is there the frame stays as it is and the moving part is drawn to fit it.
 */
export function ChartView({
  x,
  y,
  height,
  rows = 5,
  xText = valueText,
  yText = valueText,
  at,
  tip,
  children,
}: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const wanted = useChartFrame({ x, y, width: width ?? usualWidth, height, rows, xText, yText });
  const isHydrating = useIsHydrating();
  const [drawn] = useState(() => (isHydrating || isDrawn(wanted) ? wanted : null));
  const isSeen = useIsSeen(place);
  const pointer = usePointer();
  const frameView = useFrameView(isSeen && (pointer.wasHere || drawn !== wanted));
  const shown = frameView === null && drawn !== null ? drawn : wanted;
  const box = useMemo(() => plotBox(shown.width, shown.height), [shown.width, shown.height]);
  const clip = { x: box.x - bleed, y: box.y - bleed, width: box.width + 2 * bleed, height: box.height + 2 * bleed };
  return (
    <div
      className="chart-frame"
      ref={place}
      style={{ height }}
      onPointerEnter={pointer.come}
      onPointerMove={pointer.come}
      onPointerLeave={pointer.leave}
    >
      {frameView === null ? (
        <BakedFrameView frame={drawn ?? wanted} />
      ) : (
        <LiveFrameView view={frameView} pointer={pointer.now} frame={wanted} at={at} tip={tip} />
      )}
      <svg className="moving" viewBox={`0 0 ${shown.width} ${height}`} aria-hidden="true">
        <svg {...clip} viewBox={`${clip.x} ${clip.y} ${clip.width} ${clip.height}`} aria-hidden="true">
          {children(box, shown.x, shown.y)}
        </svg>
      </svg>
    </div>
  );
}

/** The same object as long as it says the same. */
function useChartFrame({
  x: [low, high],
  y: [least, most],
  width,
  height,
  rows,
  xText,
  yText,
}: ChartFrame): ChartFrame {
  return useMemo(
    () => ({ x: [low, high], y: [least, most], width, height, rows, xText, yText }),
    [low, high, least, most, width, height, rows, xText, yText],
  );
}

function valueText(value: number): string {
  return shortText(value, 6);
}
