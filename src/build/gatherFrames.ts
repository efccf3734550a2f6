import type { ChartFrame } from "../views/ChartFrame";
import type { Drawings } from "../views/Drawing";
import { frameKey } from "../views/drawnFrames";
import { drawFrames } from "./drawFrames";
import { drawingTable } from "./drawingTable";

/** Frames that pages ask for while they are rendered, which happens before the frames are drawn. */
export interface GatheredFrames {
  /** What stands for a frame until it is drawn. */
  readonly markup: (frame: ChartFrame) => string;
  /** Asks for frames that no page shows at first. */
  readonly ask: (frames: readonly ChartFrame[]) => void;
  /** Draws them, each once. */
  readonly draw: () => Promise<{
    /** Puts them into a page. */
    readonly fill: (page: string) => string;
    /** The drawings of some of them by their keys. */
    readonly pick: (frames: readonly ChartFrame[]) => Drawings;
  }>;
}

export function gatherFrames(): GatheredFrames {
  const frames = new Map<string, ChartFrame>();
  const add = (frame: ChartFrame): string => {
    const key = frameKey(frame);
    if (!frames.has(key)) frames.set(key, frame);
    return key;
  };
  return {
    markup: (frame) => `<!--frame ${add(frame)}-->`,
    ask: (more) => more.forEach(add),
    async draw() {
      const drawn = await drawFrames([...frames.values()]);
      const byKey = new Map([...frames.keys()].map((key, at) => [key, drawn[at]]));
      return {
        fill: (page) => page.replace(/<!--frame (.*?)-->/g, (_, key: string) => byKey.get(key)?.outerHTML ?? ""),
        pick(some) {
          const { elements, add } = drawingTable();
          const places: Record<string, number> = {};
          for (const key of some.map(frameKey)) {
            const drawing = byKey.get(key);
            if (drawing !== undefined) places[key] ??= add(drawing);
          }
          return { elements, frames: places };
        },
      };
    },
  };
}
