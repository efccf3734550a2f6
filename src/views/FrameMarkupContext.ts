import { createContext } from "react";
import type { ChartFrame } from "./ChartFrame";

/** Where a page is built, it asks here for the markup of a frame; null where it runs. */
export const FrameMarkupContext = createContext<((frame: ChartFrame) => string) | null>(null);
