import { library, loadFormulas, loadJudged } from "virtual:library";
import { StrictMode, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { startDesk } from "./startDesk";
import { startJudge } from "./startJudge";
import { createSite, readPath, sectionPath } from "./store/createSite";
import type { BuiltDocument, JudgedDocument } from "./views/BuiltDocument";
import { loadWhole } from "./views/loadWhole";
import { nextTask } from "./views/nextTask";
import { ownId } from "./views/OwnDocument";
import { openSection } from "./views/openSection";
import { SiteView } from "./views/SiteView";

/** This file stands one folder below the site's root, in development and when built. */
const here = import.meta.url;
const root = new URL("../", here);

const [firstDocument] = library;
const home = sectionPath(firstDocument?.id ?? "", firstDocument?.sections[0]?.id ?? "");

const desk = startDesk();
const judge = startJudge();

/** What a reader did before the page could answer. */
interface Early {
  /** Puts back what was typed and dragged. */
  readonly values: () => void;
  /** Does again what was pressed and clicked. */
  readonly presses: () => Promise<void>;
}

const site = createSite<BuiltDocument>({
  load: (id) => (id === ownId ? desk.load() : loadWhole(loadJudged(id), loadFormulas(id))),
  home,
  open: openSection,
  frame: (task) => {
    const request = requestAnimationFrame(task);
    return () => cancelAnimationFrame(request);
  },
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

/** The current address relative to the site's root. */
function currentAddress(): string {
  const path = location.pathname.startsWith(root.pathname)
    ? location.pathname.slice(root.pathname.length)
    : location.pathname;
  return queryToOwn(path + location.search);
}

/**
 * A reader's document has no file on the host, whose page for unknown addresses would answer a reload: its section is
 * written into the query of the root's address, "?open=section&step=2".
 */
function ownToQuery(address: string): string {
  const [path = "", query = ""] = address.split("?");
  const place = readPath(path);
  if (place?.document !== ownId) return address;
  return `?open=${encodeURIComponent(place.section)}${query === "" ? "" : `&${query}`}`;
}

function queryToOwn(address: string): string {
  const own = /^(?:index\.html)?\?open=([^&]*)&?(.*)$/.exec(address);
  return own === null ? address : `${ownId}/${own[1]}/${own[2] === "" ? "" : `?${own[2]}`}`;
}

/**
 * A prerendered page is taken over as it was built, at its first line and its initial values; only then does what the
 * address says come into it, and what the reader did in the meantime. Every other page is made here.
 */
export async function startSite(early: Early): Promise<void> {
  addEventListener("popstate", () => void site.visit(currentAddress(), "none"));
  const container = document.getElementById("root");
  if (container === null) return;
  const [path = ""] = currentAddress().split("?");
  const place = readPath(path === "" ? home : path);
  const isPrerendered = container.firstElementChild !== null;
  const depth = path.split("/").length - 1;
  const onLive = () =>
    void early.presses().then(() => {
      performance.mark("backstep:live");
      return complete();
    });
  const view = (onReady: () => void) => (
    <StrictMode>
      <SiteView
        site={site}
        library={library}
        desk={desk}
        judge={judge}
        root={depth === 0 ? "./" : "../".repeat(depth)}
        origin={root.href}
        onReady={onReady}
        onLive={onLive}
      />
    </StrictMode>
  );
  const fetching = isPrerendered && place !== null ? loadJudged(place.document) : null;
  const judged: JudgedDocument | null = fetching === null ? null : await fetching.catch(() => null);
  await nextTask();
  const section = judged?.derivation.sections.find((one) => one.id === place?.section || place?.section === "");
  if (judged !== null && place !== null && section !== undefined) {
    site.show(place.document, { ...judged, formulas: null }, section.id);
    const { search } = location;
    await nextTask();
    // As a transition it is taken over in slices, between which the page answers.
    startTransition(() => {
      hydrateRoot(
        container,
        view(() => {
          site.restore(search);
          early.values();
        }),
      );
    });
    return;
  }
  const visiting = site.visit(currentAddress(), "none");
  // A reader's document is checked anew: the page says so in the meantime.
  if (place?.document === ownId) container.replaceChildren();
  else await visiting;
  createRoot(container).render(view(early.values));
}

/** A page that came with its formulas set needs the tree of those that it does not show yet. */
async function complete(): Promise<void> {
  const { current } = site.route.getState();
  if (current.kind !== "section" || current.document.formulas !== null) return;
  const formulas = await loadFormulas(current.id);
  site.complete({ ...current.document, formulas });
}
