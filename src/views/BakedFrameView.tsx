import { type ReactNode, useContext, useLayoutEffect, useRef } from "react";
import type { ChartFrame } from "./ChartFrame";
import { useDrawings } from "./DocumentContext";
import { settleFrame } from "./drawnFrames";
import { FrameMarkupContext } from "./FrameMarkupContext";
import { useWasPrerendered } from "./useWasPrerendered";

/** One constant object: React would write the inside anew if it were another one. */
const leftAlone = { __html: "" };

/**
 * A frame as Recharts drew it when the page was built: React is told that the inside is not its own. A chart whose frame
 * came neither with the page nor with the document has none until Recharts is there.
 */
export function BakedFrameView({ frame }: { readonly frame: ChartFrame }): ReactNode {
  const markup = useContext(FrameMarkupContext);
  const wasPrerendered = useWasPrerendered();
  const drawings = useDrawings();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) settleFrame(place.current, frame, drawings);
  }, [frame, drawings]);
  if (typeof document === "undefined")
    // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the build from numbers
    return <div className="chart-axes" dangerouslySetInnerHTML={{ __html: markup?.(frame) ?? "" }} />;
  if (!wasPrerendered) return <div ref={place} className="chart-axes" />;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: an empty constant that is never written, see above
  return <div ref={place} className="chart-axes" suppressHydrationWarning dangerouslySetInnerHTML={leftAlone} />;
}
