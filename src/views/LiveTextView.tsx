import { type ReactNode, useCallback, useRef, useState } from "react";
import type { Observation } from "../store/Observation";
import { usePage } from "./PageContext";
import { useLive } from "./useLive";
import { writeText } from "./writeText";

interface Props {
  readonly className: string;
  /** Must be stable (useCallback or a constant). */
  readonly select: (observation: Observation) => number;
  readonly format: (value: number) => string;
  /** Carries the full value in `data-value`. */
  readonly hook?: boolean;
}

/** A number that follows the bindings: React makes its element once, the live layer writes its text. */
export function LiveTextView({ className, select, format, hook = false }: Props): ReactNode {
  const { observation } = usePage();
  const [initial] = useState(() => select(observation.getState()));
  const element = useRef<HTMLSpanElement>(null);
  const written = useRef<number | null>(null);
  const write = useCallback(
    (now: Observation) => {
      const value = select(now);
      if (element.current === null || Object.is(value, written.current)) return;
      written.current = value;
      writeText(element.current, format(value));
      if (hook) element.current.setAttribute("data-value", String(value));
      element.current.classList.toggle("is-undefined", !Number.isFinite(value));
    },
    [select, format, hook],
  );
  useLive(write);
  return (
    <span
      ref={element}
      className={className}
      suppressHydrationWarning
      {...(hook ? { "data-value": String(initial) } : {})}
    >
      {format(initial)}
    </span>
  );
}
