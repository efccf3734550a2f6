import type { ReactNode } from "react";
import { LinkView } from "./LinkView";
import { useOpenPage, usePageState } from "./PageContext";

/** Back and Next, and the switch that shows every line. At the last line, Next leads to the next section. */
export function SteppingView({ next }: { readonly next: string | null }): ReactNode {
  const { page, rows } = useOpenPage();
  const step = usePageState((state) => state.step);
  const showAll = usePageState((state) => state.showAll);
  const numbers = usePageState((state) => state.numbers);
  const predicts = usePageState((state) => state.prediction !== null);
  const isLast = step >= rows.length;
  return (
    <div className="stepping">
      <button type="button" className="button" onClick={() => page.goTo(step - 1)} disabled={step <= 1}>
        <span aria-hidden="true">←</span> Back
      </button>
      {isLast && next !== null ? (
        <LinkView address={next} className="button button-primary">
          Next section <span aria-hidden="true">→</span>
        </LinkView>
      ) : (
        <button type="button" className="button button-primary" onClick={() => page.goTo(step + 1)} disabled={isLast}>
          Next step <span aria-hidden="true">→</span>
        </button>
      )}
      {isLast ? null : (
        <p className="stepping-hint">
          <kbd>←</kbd> <kbd>→</kbd> to step
        </p>
      )}
      <label className="switch">
        <input
          type="checkbox"
          checked={predicts}
          onChange={(event) =>
            page.change({ prediction: event.currentTarget.checked ? { revealed: step, isSignKnown: false } : null })
          }
        />
        Predict first
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={numbers}
          onChange={(event) => page.change({ numbers: event.currentTarget.checked })}
        />
        Show numbers
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={showAll}
          onChange={(event) => page.change({ showAll: event.currentTarget.checked })}
        />
        Show all lines
      </label>
    </div>
  );
}
