import { type ReactNode, useMemo, useRef, useState } from "react";
import { BakedFrameView } from "./BakedFrameView";
import type { ChartFrame } from "./ChartFrame";
import { type PlotBox, plotBox } from "./chartScale";
import { useDrawings } from "./DocumentContext";
import { isDrawn } from "./drawnFrames";
import { LiveFrameView } from "./LiveFrameView";
import type { Extent } from "./steadyDomain";
import { useFrameView } from "./useFrameView";
import { useIsSeen } from "./useIsSeen";
import { usePointer } from "./usePointer";
import { useWasPrerendered } from "./useWasPrerendered";
import { useWidth } from "./useWidth";

interface Props {
  /** What the frame shows; its width is a page's usual one and gives way to the real one. */
  readonly frame: ChartFrame;
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
 * values move. A page comes with the frame drawn, and its document with those of the domains that its inputs lead to;
 * Recharts itself is fetched for what a drawing can't do: a tool tip, another width, a domain that was not foreseen.
 * Until a frame is there the one before stays, and the moving part is drawn to fit it.
 */
export function ChartView({ frame, at, tip, children }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, frame.width);
  const wanted = useChartFrame({ ...frame, width });
  const drawings = useDrawings();
  const wasPrerendered = useWasPrerendered();
  const [drawn, setDrawn] = useState(() => (wasPrerendered ? wanted : null));
  const isThere = drawn === wanted || isDrawn(wanted, drawings);
  if (isThere && drawn !== wanted) setDrawn(wanted);
  const isSeen = useIsSeen(place);
  const pointer = usePointer();
  const frameView = useFrameView(isSeen && (pointer.wasHere || (drawings !== null && !isThere)));
  const shown = frameView === null && drawn !== null ? drawn : wanted;
  const box = useMemo(() => plotBox(shown.width, shown.height), [shown.width, shown.height]);
  const clip = { x: box.x - bleed, y: box.y - bleed, width: box.width + 2 * bleed, height: box.height + 2 * bleed };
  return (
    <div
      className="chart-frame"
      ref={place}
      style={{ height: frame.height }}
      onPointerEnter={pointer.come}
      onPointerMove={pointer.come}
      onPointerLeave={pointer.leave}
    >
      {frameView === null ? (
        <BakedFrameView frame={drawn ?? wanted} />
      ) : (
        <LiveFrameView view={frameView} pointer={pointer.now} frame={wanted} at={at} tip={tip} />
      )}
      <svg className="moving" viewBox={`0 0 ${shown.width} ${frame.height}`} aria-hidden="true">
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
