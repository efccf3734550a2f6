import { createStore, type StoreApi } from "zustand/vanilla";
import type { DerivationReport } from "../check/DerivationReport";
import type { Workbench } from "../check/Workbench";
import { createPage, type Page, type Resize } from "./createPage";
import { type Notice, readQuery, writeQuery } from "./permalink";
import { type Schedule, whenQuiet } from "./Schedule";

/** A document that is ready to open, whatever else it carries for those who show it. */
export type OpenDocument = Pick<DerivationReport, "derivation" | "verdicts">;

/** What stands at an address. */
export type Route<D extends OpenDocument> =
  | {
      readonly kind: "section";
      readonly id: string;
      readonly document: D;
      readonly section: string;
      readonly page: Page;
      readonly notices: readonly Notice[];
    }
  | { readonly kind: "loading"; readonly id: string }
  | { readonly kind: "unknown"; readonly path: string }
  | { readonly kind: "failed"; readonly id: string };

/** What the site needs of its surroundings, so that its core runs without a browser. */
export interface Surroundings<D extends OpenDocument> {
  /** Fetches a document; null where there is none of that name. */
  readonly load: (id: string) => Promise<D> | null;
  /** Path of the page that opens where the address names none. */
  readonly home: string;
  readonly open: (
    document: D,
    section: string,
  ) => {
    readonly workbench: Workbench;
    readonly steps: number;
    readonly tabs: readonly string[];
    readonly resize?: Resize;
  };
  readonly frame: Schedule;
  readonly pause: Schedule;
  /** Puts an address, relative to the site's root, into the address bar. */
  readonly write: (address: string, how: "push" | "replace") => void;
}

export interface Site<D extends OpenDocument> {
  readonly route: StoreApi<{ readonly current: Route<D> }>;
  /** Goes to an address, relative to the site's root: "document/section/?step=2". */
  readonly visit: (address: string, how: "push" | "replace" | "none") => Promise<void>;
  /** Shows a section of a document that is there already, as it opens; what the query says is restored by `restore`. */
  readonly show: (id: string, document: D, section: string) => void;
  readonly restore: (query: string) => void;
  /** Puts the same document, of which more has come, in the place of the one that is open. */
  readonly complete: (document: D) => void;
  /** The current page's address with all that the reader chose. */
  readonly address: () => string;
}

/**
 * The address bar is written once the page rests: each write is a navigation to the browser, which fetches the icon
 * again and counts its calls.
 */
export function createSite<D extends OpenDocument>(around: Surroundings<D>): Site<D> {
  const route = createStore<{ readonly current: Route<D> }>(() => ({ current: { kind: "unknown", path: "" } }));
  let tabs: readonly string[] = [];
  let resize: Resize | undefined;
  let leave = () => {};
  let visits = 0;

  const show = (current: Route<D>) => {
    leave();
    leave = () => {};
    if (current.kind === "section") {
      const writing = whenQuiet(around.pause, () => around.write(address(), "replace"));
      const unsubscribe = current.page.state.subscribe(writing.ask);
      leave = () => {
        unsubscribe();
        writing.cancel();
        current.page.dispose();
      };
    }
    route.setState({ current });
  };
  const openSection = (id: string, document: D, section: string, query: string): Route<D> => {
    const opened = around.open(document, section);
    tabs = opened.tabs;
    resize = opened.resize;
    const page = createPage(opened.workbench, opened.steps, around.frame, resize);
    const { changes, notices } = readQuery(query, { workbench: opened.workbench, steps: opened.steps, tabs, resize });
    page.restore(changes);
    return { kind: "section", id, document, section, page, notices };
  };
  const address = (): string => {
    const { current } = route.getState();
    if (current.kind !== "section") return "";
    const { page, id, section } = current;
    const query = writeQuery(page.state.getState(), { workbench: page.workbench, steps: page.steps, tabs });
    return `${sectionPath(id, section)}${query === "" ? "" : `?${query}`}`;
  };

  return {
    route,
    address,
    show: (id, document, section) => show(openSection(id, document, section, "")),
    restore: (query) => {
      const { current } = route.getState();
      if (current.kind !== "section") return;
      const { workbench, steps } = current.page;
      const { changes, notices } = readQuery(query, { workbench, steps, tabs, resize });
      current.page.restore(changes);
      if (notices.length > 0) route.setState({ current: { ...current, notices } });
    },
    complete: (document) => {
      const { current } = route.getState();
      if (current.kind === "section" && current.document.derivation === document.derivation)
        route.setState({ current: { ...current, document } });
    },
    visit: async (target, how) => {
      visits += 1;
      const visit = visits;
      const [path = "", query = ""] = splitOnce(target, "?");
      const place = readPath(path === "" ? around.home : path);
      const fetching = place === null ? null : around.load(place.document);
      if (how !== "none") around.write(target, how);
      if (place === null || fetching === null) {
        show({ kind: "unknown", path });
        return;
      }
      const { current } = route.getState();
      if (current.kind !== "section" || current.id !== place.document) show({ kind: "loading", id: place.document });
      try {
        const document = await fetching;
        if (visit !== visits) return;
        const known = document.derivation.sections;
        const section = place.section === "" ? known[0] : known.find(({ id }) => id === place.section);
        show(
          section === undefined ? { kind: "unknown", path } : openSection(place.document, document, section.id, query),
        );
      } catch {
        if (visit === visits) show({ kind: "failed", id: place.document });
      }
    },
  };
}

/** Address of a section relative to the site's root. */
export function sectionPath(document: string, section: string): string {
  return `${encodeURIComponent(document)}/${encodeURIComponent(section)}/`;
}

/** The document and section that a path names, or null where it is no such path. */
export function readPath(path: string): { readonly document: string; readonly section: string } | null {
  const names = path
    .replace(/index\.html$/, "")
    .split("/")
    .filter((name) => name !== "");
  if (names.length === 0 || names.length > 2) return null;
  try {
    const [document = "", section = ""] = names.map(decodeURIComponent);
    return { document, section };
  } catch {
    return null;
  }
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
