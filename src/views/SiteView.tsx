import { type ReactNode, startTransition, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Route, Site } from "../store/createSite";
import type { BuiltDocument } from "./BuiltDocument";
import type { Desk } from "./createDesk";
import { GuardView } from "./GuardView";
import { HeaderView } from "./HeaderView";
import type { LibraryEntry } from "./LibraryEntry";
import { LibraryView } from "./LibraryView";
import { ownId } from "./OwnDocument";
import { RailView } from "./RailView";
import { RootContext } from "./RootContext";
import { SectionView } from "./SectionView";
import { SiteContext } from "./SiteContext";
import { TakeOverContext, useTakenOver } from "./TakeOverView";
import type { JudgeLine } from "./TypedLine";
import { useWasPrerendered } from "./useWasPrerendered";

interface Props {
  readonly site: Site<BuiltDocument>;
  readonly library: readonly LibraryEntry[];
  /** Way to the site's root as it was prerendered: relative. */
  readonly root: string;
  /** Absolute address of the site's root; null while prerendering. */
  readonly origin: string | null;
  /** Where a reader's own document is opened; absent while prerendering. */
  readonly desk?: Desk | null;
  /** Judges a line that the reader wrote; absent while prerendering. */
  readonly judge?: JudgeLine | null;
}

/** The whole of a page: header, rail, paper, bench. */
export function SiteView({ site, library, root, origin, desk = null, judge = null }: Props): ReactNode {
  const { current } = useSyncExternalStore(site.route.subscribe, site.route.getState, site.route.getState);
  useTakenOver("whole");
  // Prerendered links are relative, so that a site can be hosted anywhere; once addresses change in place they can't be.
  const wasPrerendered = useWasPrerendered();
  const { whenDone } = useContext(TakeOverContext);
  const [base, setBase] = useState(wasPrerendered ? root : (origin ?? root));
  useEffect(() => {
    // Every link is rendered again: in slices, for nobody waits for it.
    void whenDone.then(() => startTransition(() => setBase(origin ?? root)));
  }, [origin, root, whenDone]);
  const facts = useMemo(
    () => ({ site, library, origin: origin ?? "", desk, judge }),
    [site, library, origin, desk, judge],
  );
  const id = "id" in current ? current.id : null;
  return (
    <SiteContext value={facts}>
      <RootContext value={base}>
        <a className="skip" href="#paper">
          Skip to the derivation
        </a>
        <HeaderView canShare={current.kind === "section" && current.id !== ownId} />
        <div className="page">
          <RailView library={library} document={id} section={current.kind === "section" ? current.section : null} />
          <GuardView key={keyOf(current)} name="page" instead={<FailedView />}>
            <RouteView route={current} />
          </GuardView>
        </div>
      </RootContext>
    </SiteContext>
  );
}

function keyOf(route: Route<BuiltDocument>): string {
  return route.kind === "section" ? `${route.id}/${route.section}` : route.kind;
}

function RouteView({ route }: { readonly route: Route<BuiltDocument> }): ReactNode {
  switch (route.kind) {
    case "section":
      return <SectionView route={route} />;
    case "loading":
      return (
        <main className="paper" id="paper" aria-busy="true">
          <p className="loading">Opening…</p>
        </main>
      );
    case "unknown":
      return <LibraryView path={route.path} />;
    case "failed":
      return <FailedView />;
  }
}

function FailedView(): ReactNode {
  return (
    <main className="paper" id="paper">
      <div className="paper-text">
        <h1>This page could not be shown</h1>
        <p>Something went wrong while it was opened. Reloading may help; the other pages are not affected.</p>
      </div>
    </main>
  );
}
