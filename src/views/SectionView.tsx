import { type ReactNode, useEffect, useMemo } from "react";
import { type Route, sectionPath } from "../store/createSite";
import { BenchView } from "./BenchView";
import type { BuiltDocument } from "./BuiltDocument";
import { DocumentContext } from "./DocumentContext";
import { GuardView } from "./GuardView";
import type { LibraryEntry } from "./LibraryEntry";
import type { OwnDocument, OwnRemark } from "./OwnDocument";
import { type OpenPage, PageContext } from "./PageContext";
import { PaperView } from "./PaperView";
import { pageRows } from "./pageRows";
import { plainInlines } from "./plainInlines";
import { useSite } from "./SiteContext";
import { symbolColours } from "./symbolColours";
import { TakeOverView } from "./TakeOverView";
import { useDeskState } from "./useDeskState";
import { useSelected } from "./useSelected";
import { useStepKeys } from "./useStepKeys";
import { useWasPrerendered } from "./useWasPrerendered";

type SectionRoute = Extract<Route<BuiltDocument>, { kind: "section" }>;

/** One section of a document: paper and bench around one store. */
export function SectionView({ route }: { readonly route: SectionRoute }): ReactNode {
  const { document: built, section: id, page } = route;
  const { derivation, verdicts, smaller, formulas, drawings } = built;
  const facts = useMemo(
    () => ({ formulas, drawings, colours: symbolColours(derivation), smaller }),
    [formulas, drawings, derivation, smaller],
  );
  useSelected(page.state, ({ classes }) => classes);
  const { workbench } = page;
  const open = useMemo<OpenPage>(
    () => ({ page, derivation, verdicts, section: id, rows: pageRows(derivation, verdicts, id, workbench) }),
    [page, workbench, derivation, verdicts, id],
  );
  useStepKeys(page);
  const position = derivation.sections.findIndex((section) => section.id === id);
  const section = derivation.sections[position];
  const { library } = useSite();
  const { entry: own } = useDeskState();
  const wasPrerendered = useWasPrerendered();
  useEffect(() => {
    // A page that is taken over stays where its reader is.
    if (wasPrerendered) return;
    scrollTo(0, 0);
    // The link that led here may be gone with its page: reading goes on at the new one.
    if (globalThis.document.activeElement === globalThis.document.body)
      globalThis.document.getElementById("paper")?.focus({ preventScroll: true });
  }, [wasPrerendered]);
  const title = section === undefined ? "" : `${plainInlines(section.title)} · ${derivation.title} · Backstep`;
  useEffect(() => {
    globalThis.document.title = title;
  }, [title]);
  if (section === undefined) return null;
  return (
    <DocumentContext value={facts}>
      <PageContext value={open}>
        <TakeOverView>
          <PaperView
            derivation={derivation}
            section={section}
            notices={route.notices}
            remarks={remarksOf(built)}
            next={addressAfter(route.id === own?.id ? [own] : library, route.id, id)}
          />
        </TakeOverView>
        <TakeOverView>
          <GuardView name="bench">
            <BenchView />
          </GuardView>
        </TakeOverView>
      </PageContext>
    </DocumentContext>
  );
}

function remarksOf(built: BuiltDocument): readonly OwnRemark[] {
  return "remarks" in built ? (built as OwnDocument).remarks : [];
}

/** The section that follows in the rail, in the next document if need be. */
export function addressAfter(library: readonly LibraryEntry[], document: string, section: string): string | null {
  const addresses = library.flatMap(({ id, sections }) => sections.map((one) => sectionPath(id, one.id)));
  const position = addresses.indexOf(sectionPath(document, section));
  return position < 0 ? null : (addresses[position + 1] ?? null);
}
