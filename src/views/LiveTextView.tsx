import { type ReactNode, useCallback, useRef, useState } from "react";
import type { Observation } from "../store/Observation";
import { type LiveKind, liveText, liveValue, writeNumber } from "./liveNumbers";
import { usePage } from "./PageContext";
import { useLive } from "./useLive";

interface Props {
  readonly className: string;
  readonly kind: LiveKind;
  /** Which one of its kind: the number of a line, the key of an input. */
  readonly of: string;
  /** Carries the full value in `data-value`. */
  readonly hook?: boolean;
}

/** A number that follows the bindings: React makes its element once, the live layer writes its text. */
export function LiveTextView({ className, kind, of, hook = false }: Props): ReactNode {
  const { observation } = usePage();
  const [initial] = useState(() => liveValue(kind, of, observation.getState()));
  const element = useRef<HTMLSpanElement>(null);
  const written = useRef<number | null>(null);
  const write = useCallback(
    (now: Observation) => {
      const value = liveValue(kind, of, now);
      if (element.current === null || Object.is(value, written.current)) return;
      written.current = value;
      writeNumber(element.current, kind, value);
    },
    [kind, of],
  );
  useLive(write);
  return (
    <span
      ref={element}
      className={className}
      data-live={`${kind} ${of}`}
      suppressHydrationWarning
      {...(hook ? { "data-value": String(initial) } : {})}
    >
      {liveText(kind, initial)}
    </span>
  );
}
