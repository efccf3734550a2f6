import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import type ChartFrameView from "./ChartFrameView";
import type { Pointed } from "./usePointer";

interface Props extends ComponentProps<typeof ChartFrameView> {
  /** Recharts' part, which has been fetched. */
  readonly view: typeof ChartFrameView;
  /** Where a pointer is on the chart. */
  readonly pointer: RefObject<Pointed | null>;
}

/** A frame with its tool tip, in the place of the one that the page came with. */
export function LiveFrameView({ view: FrameView, pointer, frame, at, tip }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The pointer that asked for the tool tip came before it could hear.
    if (pointer.current === null) return;
    const moved = new MouseEvent("mousemove", { bubbles: true, ...pointer.current });
    place.current?.querySelector(".recharts-wrapper")?.dispatchEvent(moved);
  }, [pointer]);
  const says = useRef(tip);
  useLayoutEffect(() => {
    says.current = tip;
  });
  // One function, so that the frame is not rendered again for what it says alone.
  const say = useCallback((x: number) => says.current(x), []);
  return (
    <div className="chart-axes" ref={place}>
      <FrameView frame={frame} at={at} tip={say} />
    </div>
  );
}
