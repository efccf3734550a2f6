import { library, loadDocument } from "virtual:library";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { createSite, type Site, sectionPath } from "../store/createSite";
import type { BuiltDocument } from "../views/BuiltDocument";
import type { LibraryEntry, LibrarySection } from "../views/LibraryEntry";
import { openSection } from "../views/openSection";
import { SiteView } from "../views/SiteView";
import type { PrerenderedPage } from "./fillTemplate";
import { rootOf } from "./rootOf";

/** Every section of the library, the first one again as the home page, and the page for unknown addresses. */
export async function renderPages(base: string): Promise<readonly PrerenderedPage[]> {
  const sections: PrerenderedPage[] = [];
  for (const entry of library) {
    const built = await loadDocument(entry.id);
    if (built === null) continue;
    for (const section of entry.sections) {
      sections.push(sectionPage(`${sectionPath(entry.id, section.id)}index.html`, entry, section, built));
    }
  }
  const [first] = library;
  const [opening] = first?.sections ?? [];
  const built = first === undefined ? null : await loadDocument(first.id);
  if (first === undefined || opening === undefined || built === null) throw new Error("The library is empty");
  return [...sections, sectionPage("index.html", first, opening, built), unknownPage(base)];
}

function sectionPage(
  path: string,
  entry: LibraryEntry,
  section: LibrarySection,
  built: BuiltDocument,
): PrerenderedPage {
  const site = quietSite();
  site.show(entry.id, built, section.id);
  return {
    path: decodeURIComponent(path),
    title: `${section.title} · ${entry.title} · Backstep`,
    description: `${section.title}: every step computed and checked at values that you choose. From “${entry.title}”.`,
    body: markup(site, rootOf(path, "/")),
    document: entry.id,
  };
}

function unknownPage(base: string): PrerenderedPage {
  return {
    path: "404.html",
    title: "No page at this address · Backstep",
    description: "The derivations of this library.",
    body: markup(quietSite(), base),
    document: null,
  };
}

/** A site that shows one page once: nothing is scheduled, no address is written. */
function quietSite(): Site<BuiltDocument> {
  const never = () => () => {};
  return createSite<BuiltDocument>({
    load: loadDocument,
    home: "",
    open: openSection,
    frame: never,
    pause: never,
    write: () => {},
  });
}

/** The same tree as `main.tsx` takes over. */
function markup(site: Site<BuiltDocument>, root: string): string {
  return renderToString(
    <StrictMode>
      <SiteView site={site} library={library} root={root} origin={null} />
    </StrictMode>,
  );
}
