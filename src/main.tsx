import "katex/dist/katex.min.css";
import "./views/site.css";
import { library, loadDocument } from "virtual:library";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createSite, readPath, sectionPath } from "./store/createSite";
import type { BuiltDocument } from "./views/BuiltDocument";
import { openSection } from "./views/openSection";
import { SiteView } from "./views/SiteView";

/** This file stands one folder below the site's root, in development and when built. */
const here = import.meta.url;
const root = new URL("../", here);

const [firstDocument] = library;
const home = sectionPath(firstDocument?.id ?? "", firstDocument?.sections[0]?.id ?? "");

const site = createSite<BuiltDocument>({
  load: loadDocument,
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
    const target = new URL(address, root);
    if (how === "push") history.pushState(null, "", target);
    else history.replaceState(null, "", target);
  },
});

/** The current address relative to the site's root. */
function currentAddress(): string {
  const path = location.pathname.startsWith(root.pathname)
    ? location.pathname.slice(root.pathname.length)
    : location.pathname;
  return path + location.search;
}

addEventListener("popstate", () => void site.visit(currentAddress(), "none"));
void start();

/**
 * A prerendered page is taken over as it was built, at its first line and its initial values; only then does what the
 * address says come into it. Every other page is made here.
 */
async function start(): Promise<void> {
  const container = document.getElementById("root");
  if (container === null) return;
  const [path = ""] = currentAddress().split("?");
  const place = readPath(path === "" ? home : path);
  const isPrerendered = container.firstElementChild !== null;
  const depth = path.split("/").length - 1;
  const view = (onReady: () => void) => (
    <StrictMode>
      <SiteView
        site={site}
        library={library}
        root={depth === 0 ? "./" : "../".repeat(depth)}
        origin={root.href}
        onReady={onReady}
      />
    </StrictMode>
  );
  const fetching = isPrerendered && place !== null ? loadDocument(place.document) : null;
  const document_: BuiltDocument | null = fetching === null ? null : await fetching.catch(() => null);
  const section = document_?.derivation.sections.find((one) => one.id === place?.section || place?.section === "");
  if (document_ !== null && place !== null && section !== undefined) {
    site.show(place.document, document_, section.id);
    const { search } = location;
    hydrateRoot(
      container,
      view(() => site.restore(search)),
    );
    return;
  }
  await site.visit(currentAddress(), "none");
  createRoot(container).render(view(() => {}));
}
