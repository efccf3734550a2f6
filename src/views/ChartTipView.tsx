import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { plotBox, plotInset } from "./chartScale";
import type { Extent } from "./steadyDomain";

interface Props {
  /** The chart that is pointed at. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly x: Extent;
  readonly at: Float64Array;
  readonly tip: (x: number) => ReactNode;
}

/** Where a reader points: the place in pixels, and the nearest position that has a value. */
interface Pointed {
  readonly left: number;
  readonly position: number;
  readonly isRight: boolean;
}

/** A line through the chart where the pointer is, and what the curves are there. A touch stays until the next one. */
export function ChartTipView({ frame, x, at, tip }: Props): ReactNode {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [low, high] = x;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const point = (event: PointerEvent) => setPointed(pointedAt(event, element, [low, high], at));
    const leave = ({ pointerType }: PointerEvent) => {
      if (pointerType !== "touch") setPointed(null);
    };
    const touchElsewhere = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && element.contains(target))) setPointed(null);
    };
    element.addEventListener("pointermove", point);
    element.addEventListener("pointerdown", point);
    element.addEventListener("pointerleave", leave);
    document.addEventListener("pointerdown", touchElsewhere);
    return () => {
      element.removeEventListener("pointermove", point);
      element.removeEventListener("pointerdown", point);
      element.removeEventListener("pointerleave", leave);
      document.removeEventListener("pointerdown", touchElsewhere);
    };
  }, [frame, low, high, at]);
  if (pointed === null) return null;
  return (
    <>
      <div className="tip-line" style={{ left: pointed.left }} />
      <div className={pointed.isRight ? "tip is-left-of-it" : "tip"} style={{ left: pointed.left }}>
        {tip(pointed.position)}
      </div>
    </>
  );
}

function pointedAt(event: PointerEvent, element: HTMLElement, [low, high]: Extent, at: Float64Array): Pointed | null {
  const frame = element.getBoundingClientRect();
  const { width } = plotBox(frame.width, frame.height);
  const share = (event.clientX - frame.left - plotInset.left) / width;
  if (share < -0.02 || share > 1.02) return null;
  const asked = low + share * (high - low);
  const position = nearest(at, asked);
  if (position === undefined) return null;
  const left = plotInset.left + ((position - low) / (high - low)) * width;
  return { left, position, isRight: share > 0.5 };
}

function nearest(at: Float64Array, asked: number): number | undefined {
  return at.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - asked) < Math.abs(best - asked) ? one : best),
    undefined,
  );
}
