import { type ReactNode, useEffect, useRef, useState } from "react";

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
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 4));
    observer.observe(element);
    return () => observer.disconnect();
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
