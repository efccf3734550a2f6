import { type ReactNode, useContext } from "react";
import { type ChartFrame, FrameMarkupContext } from "./ChartFrame";

/** One constant object: React would write the inside anew if it were another one. */
const leftAlone = { __html: "" };

interface Props {
  readonly frame: ChartFrame;
  /** Whether the page came with it. */
  readonly isBaked: boolean;
}

/**
 * A frame as Recharts drew it when the page was built, kept as it came: React is told that the inside is not its own. A
 * chart that did not come with the page has none until Recharts is there.
 */
export function BakedFrameView({ frame, isBaked }: Props): ReactNode {
  const markup = useContext(FrameMarkupContext);
  if (typeof document === "undefined")
    // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the build from numbers
    return <div className="chart-axes" dangerouslySetInnerHTML={{ __html: markup?.(frame) ?? "" }} />;
  if (!isBaked) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: an empty constant that is never written, see above
  return <div className="chart-axes" suppressHydrationWarning dangerouslySetInnerHTML={leftAlone} />;
}
