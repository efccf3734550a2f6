import { type ReactNode, useCallback, useRef } from "react";
import type { Observation } from "../store/Observation";
import { numberText } from "./formatNumber";
import { usePage } from "./PageContext";
import { useLive } from "./useLive";

/** Says where a line's formula, computed as it is written, overflows although its value is an ordinary number. */
export function OverflowNoteView({ line }: { readonly line: number }): ReactNode {
  const { workbench } = usePage();
  const note = useRef<HTMLParagraphElement>(null);
  const write = useCallback(
    ({ bindings, lineValues }: Observation) => {
      if (note.current === null) return;
      const stable = lineValues[line] ?? Number.NaN;
      const overflows = Number.isFinite(stable) && !Number.isFinite(workbench.literalValue(line, bindings));
      if (note.current.hidden === overflows) note.current.hidden = !overflows;
      if (overflows)
        note.current.textContent = `As written, this formula overflows here; its stable form gives ${numberText(stable, 6)}.`;
    },
    [workbench, line],
  );
  useLive(write);
  return <p className="overflow-note" ref={note} hidden />;
}
