import { library, loadFormulas, loadJudged } from "virtual:library";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { createSite, type Site, sectionPath } from "../store/createSite";
import type { BuiltDocument } from "../views/BuiltDocument";
import type { ChartFrame } from "../views/ChartFrame";
import { noDrawings } from "../views/Drawing";
import { FrameMarkupContext } from "../views/FrameMarkupContext";
import type { LibraryEntry, LibrarySection } from "../views/LibraryEntry";
import { loadWhole } from "../views/loadWhole";
import { openSection } from "../views/openSection";
import { SiteView } from "../views/SiteView";
import type { PrerenderedPage } from "./fillTemplate";
import { type GatheredFrames, gatherFrames } from "./gatherFrames";
import { rootOf } from "./rootOf";
import { stepFrames } from "./stepFrames";

/** What stands in the folder of the site. */
export interface RenderedSite {
  readonly pages: readonly PrerenderedPage[];
  /** Other files: path and content. */
  readonly files: readonly (readonly [path: string, content: string])[];
}

/** Every section, each document's first one again at the document's own address and the library's at the root. */
export async function renderPages(base: string): Promise<RenderedSite> {
  const pages: PrerenderedPage[] = [];
  const documents: (readonly [id: string, frames: readonly ChartFrame[]])[] = [];
  const frames = gatherFrames();
  for (const [position, entry] of library.entries()) {
    const built = await load(entry.id);
    const [first] = entry.sections;
    if (built === null || first === undefined) continue;
    const ofSteps = stepFrames(built);
    frames.ask(ofSteps);
    documents.push([entry.id, ofSteps]);
    if (position === 0) pages.push(sectionPage("", entry, first, built, frames));
    pages.push(sectionPage(`${encodeURIComponent(entry.id)}/`, entry, first, built, frames));
    for (const section of entry.sections) {
      pages.push(sectionPage(sectionPath(entry.id, section.id), entry, section, built, frames));
    }
  }
  if (pages.length === 0) throw new Error("The library is empty");
  const drawn = await frames.draw();
  const framed = pages.map((page) => ({ ...page, body: drawn.fill(page.body) }));
  return {
    pages: [...framed, unknownPage(base)],
    files: documents.map(([id, ofSteps]) => [`${id}/frames.json`, JSON.stringify(drawn.pick(ofSteps))]),
  };
}

function sectionPage(
  address: string,
  entry: LibraryEntry,
  section: LibrarySection,
  built: BuiltDocument,
  frames: GatheredFrames,
): PrerenderedPage {
  const site = quietSite();
  const path = `${decodeURIComponent(address)}index.html`;
  site.show(entry.id, built, section.id);
  return {
    path,
    title: `${section.title} · ${entry.title} · Backstep`,
    description: `${section.title}: every step computed and checked at values that you choose. From “${entry.title}”.`,
    body: markup(site, rootOf(path, "/"), frames),
    document: entry.id,
  };
}

function load(id: string): Promise<BuiltDocument> | null {
  return loadWhole(loadJudged(id), loadFormulas(id), () => Promise.resolve(noDrawings));
}

function unknownPage(base: string): PrerenderedPage {
  return {
    path: "404.html",
    title: "No page at this address · Backstep",
    description: "The derivations of this library.",
    body: markup(quietSite(), base, null),
    document: null,
  };
}

/** A site that shows one page once: nothing is scheduled, no address is written. */
function quietSite(): Site<BuiltDocument> {
  const never = () => () => {};
  return createSite<BuiltDocument>({
    load,
    home: "",
    open: openSection,
    frame: never,
    pause: never,
    write: () => {},
  });
}

/** The same tree as `startSite.tsx` takes over. */
function markup(site: Site<BuiltDocument>, root: string, frames: GatheredFrames | null): string {
  return renderToString(
    <StrictMode>
      <FrameMarkupContext value={frames?.markup ?? null}>
        <SiteView site={site} library={library} root={root} origin={null} />
      </FrameMarkupContext>
    </StrictMode>,
  );
}
