import { library, loadFormulas, loadJudged } from "virtual:library";
import { type ReactNode, StrictMode, startTransition } from "react";
import type { Early } from "./listenEarly";
import { loadDrawings } from "./loadDrawings";
import { currentAddress, currentPlace, home, ownToQuery, root } from "./place";
import { startDesk } from "./startDesk";
import { startJudge } from "./startJudge";
import type { LiveStart } from "./startLive";
import { createSite } from "./store/createSite";
import type { BuiltDocument } from "./views/BuiltDocument";
import { frameSchedule } from "./views/frameSchedule";
import { loadWhole } from "./views/loadWhole";
import { nextTask } from "./views/nextTask";
import { ownId } from "./views/OwnDocument";
import { openSection } from "./views/openSection";
import { SiteView } from "./views/SiteView";
import { type TakeOver, TakeOverContext } from "./views/TakeOverView";
import { takeOverParts } from "./views/takeOverParts";

const desk = startDesk();
const judge = startJudge();

/** What the page that was prerendered is opened with already. */
let live: LiveStart | null = null;

const site = createSite<BuiltDocument>({
  load: (id) => (id === ownId ? desk.load() : loadWhole(loadJudged(id), loadFormulas(id), () => loadDrawings(id))),
  home,
  open: (document, section) =>
    live !== null && document.derivation === live.document.derivation && section === live.section
      ? live.opened
      : openSection(document, section),
  frame: frameSchedule,
  pause: (task) => {
    const timer = setTimeout(task, 250);
    return () => clearTimeout(timer);
  },
  write: (address, how) => {
    const target = new URL(ownToQuery(address), root);
    if (how === "push") history.pushState(null, "", target);
    else history.replaceState(null, "", target);
  },
});

/**
 * A prerendered page is taken over as it was built, at its first line and its initial values; only then does what the
 * address says come into it, and what the reader did in the meantime. Every other page is made here. `dom` is React's
 * part for browsers, which is evaluated in a task of its own.
 */
export async function startSite(
  early: Early,
  started: LiveStart | null,
  dom: typeof import("react-dom/client"),
): Promise<void> {
  live = started;
  addEventListener("popstate", () => void site.visit(currentAddress(), "none"));
  const container = document.getElementById("root");
  if (container === null) return;
  const place = currentPlace();
  const onConnected = () =>
    void early.presses().then(() => {
      performance.mark("backstep:live");
      return complete();
    });
  if (live !== null && place !== null) {
    site.show(place.document, { ...live.document, formulas: null, drawings: null }, live.section);
    await nextTask();
    const takeOver = takeOverParts(container, takeInputs, onConnected);
    // As a transition it is taken over in slices, between which the page answers.
    startTransition(() => {
      dom.hydrateRoot(container, wholePage(takeOver));
    });
    return;
  }
  const visiting = site.visit(currentAddress(), "none");
  // A reader's document is checked anew: the page says so in the meantime.
  if (place?.document === ownId) container.replaceChildren();
  else await visiting;
  const made: TakeOver = {
    isComing: false,
    whenDone: Promise.resolve(),
    taken: (part) => part === "whole" && early.values(),
    connected: (part) => part === "whole" && onConnected(),
  };
  dom.createRoot(container).render(wholePage(made));
}

function wholePage(takeOver: TakeOver): ReactNode {
  const [path = ""] = currentAddress().split("?");
  const depth = path.split("/").length - 1;
  return (
    <StrictMode>
      <TakeOverContext value={takeOver}>
        <SiteView
          site={site}
          library={library}
          desk={desk}
          judge={judge}
          root={depth === 0 ? "./" : "../".repeat(depth)}
          origin={root.href}
        />
      </TakeOverContext>
    </StrictMode>
  );
}

/** In one task, so that no frame shows less than what the reader has done. */
function takeInputs(): void {
  site.restore(location.search);
  const { current } = site.route.getState();
  if (live === null || current.kind !== "section") return;
  const { inputs } = live.page.state.getState().bindings;
  for (const [key, value] of Object.entries(inputs)) current.page.setInput(key, value);
  // A drag that goes on remains one change.
  if (!live.page.isMoving()) current.page.settle();
  live.end();
  live = null;
}

/** A page that came with its formulas set and its frames drawn needs those that it does not show yet. */
async function complete(): Promise<void> {
  const { current } = site.route.getState();
  if (current.kind !== "section" || current.document.formulas !== null) return;
  const [formulas, drawings] = await Promise.all([loadFormulas(current.id), loadDrawings(current.id)]);
  site.complete({ ...current.document, formulas, drawings });
}
