import type { ChartFrame } from "../views/ChartFrame";
import { frameKey } from "../views/drawnFrames";
import { drawFrames } from "./drawFrames";

/** Frames that pages ask for while they are rendered, which happens before the frames are drawn. */
export interface GatheredFrames {
  /** What stands for a frame until it is drawn. */
  readonly markup: (frame: ChartFrame) => string;
  /** Draws them, each once, and gives what puts them into a page. */
  readonly draw: () => Promise<(page: string) => string>;
}

export function gatherFrames(): GatheredFrames {
  const frames = new Map<string, ChartFrame>();
  return {
    markup(frame) {
      const key = frameKey(frame);
      if (!frames.has(key)) frames.set(key, frame);
      return `<!--frame ${[...frames.keys()].indexOf(key)}-->`;
    },
    async draw() {
      const drawings = await drawFrames([...frames.values()]);
      return (page) => page.replace(/<!--frame (\d+)-->/g, (_, number: string) => drawings[Number(number)] ?? "");
    },
  };
}
