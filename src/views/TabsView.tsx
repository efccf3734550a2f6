import { type KeyboardEvent, type ReactNode, Suspense, useId } from "react";
import type { Figure } from "./Figure";
import { figures } from "./figures";
import { GuardView } from "./GuardView";
import { useOpenPage, usePageState } from "./PageContext";

/** The figures that apply to this page, one at a time: a closed figure does no work. */
export function TabsView(): ReactNode {
  const open = useOpenPage();
  const id = useId();
  const tab = usePageState((state) => state.tab);
  const hidesSign = usePageState(({ prediction }) => prediction?.isSignKnown === false);
  const available = figures.filter((figure) => figure.applies(open));
  const shown = available.find((figure) => figure.id === tab) ?? available[0];
  if (shown === undefined) return null;
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = available.indexOf(shown);
    const to = targetOf(event.key, at, available.length);
    const target = to === null ? undefined : available[to];
    if (target === undefined) return;
    event.preventDefault();
    open.page.change({ tab: target.id });
    event.currentTarget.querySelectorAll<HTMLButtonElement>("[role=tab]")[to ?? 0]?.focus();
  };
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label="Figures" onKeyDown={move}>
        {available.map((figure) => (
          <button
            key={figure.id}
            type="button"
            role="tab"
            id={`${id}-${figure.id}`}
            className="tab"
            aria-selected={figure === shown}
            aria-controls={`${id}-panel`}
            tabIndex={figure === shown ? 0 : -1}
            onClick={() => open.page.change({ tab: figure.id })}
          >
            {figure.name}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        {hidesSign ? <p className="figure-empty">Figures show the sign, so they wait for your prediction.</p> : null}
        <GuardView key={shown.id} name="figure">
          {hidesSign ? null : <BodyView figure={shown} />}
        </GuardView>
      </div>
    </div>
  );
}

/** What stands in a Suspense is hydrated later than its page, which may have changed by then: only fetched figures do. */
function BodyView({ figure: { isFetched, View } }: { readonly figure: Figure }): ReactNode {
  return isFetched ? (
    <Suspense fallback={<p className="figure-empty">Opening…</p>}>
      <View />
    </Suspense>
  ) : (
    <View />
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
