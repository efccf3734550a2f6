import { type ReactNode, useEffect, useRef, useState } from "react";

/** Sent to a box whose content has become wider or narrower by itself. */
export const widthChange = "widthchange";

/**
 * What is too wide scrolls in its own box, with a shade at the edge that hides something. Only a box that does scroll
 * is a stop for the keyboard.
 */
export function ScrollView({ children }: { readonly children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth + 4);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Numbers in place of symbols make a line wider without a change of its box.
    element.addEventListener(widthChange, measure);
    return () => {
      observer.disconnect();
      element.removeEventListener(widthChange, measure);
    };
  }, []);
  return (
    <div
      ref={box}
      className="scrolls"
      {...(scrolls ? { tabIndex: 0, role: "group", "aria-label": "wide formula" } : {})}
    >
      {children}
    </div>
  );
}
