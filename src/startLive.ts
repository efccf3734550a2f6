import { loadJudged } from "virtual:library";
import { currentPlace } from "./place";
import { createPage, type Page } from "./store/createPage";
import { readQuery } from "./store/permalink";
import { answerEarly } from "./views/answerEarly";
import type { JudgedDocument } from "./views/BuiltDocument";
import { frameSchedule } from "./views/frameSchedule";
import { inTasks } from "./views/inTasks";
import { nextTask } from "./views/nextTask";
import { type OpenedSection, openingSection } from "./views/openSection";

/** A prerendered page that answers, and what its views need to take it over. */
export interface LiveStart {
  readonly document: JudgedDocument;
  readonly section: string;
  readonly opened: OpenedSection;
  /** The page as far as it lives: its inputs are the reader's. */
  readonly page: Page;
  /** Ends it: the views have taken over. */
  readonly end: () => void;
}

/**
 * Lets a prerendered page answer with the evaluator alone, before React is fetched; null where the page was not
 * prerendered or can't be opened, which the views then see to.
 */
export async function startLive(): Promise<LiveStart | null> {
  const container = document.getElementById("root");
  const place = currentPlace();
  if (container?.firstElementChild == null || place === null) return null;
  const judged: JudgedDocument | null = (await loadJudged(place.document)?.catch(() => null)) ?? null;
  const section = judged?.derivation.sections.find((one) => one.id === place.section || place.section === "");
  if (judged === null || section === undefined) return null;
  await nextTask();
  const opened = await inTasks(openingSection({ ...judged, formulas: null, drawings: null }, section.id));
  const page = createPage(opened.workbench, opened.steps, frameSchedule, opened.resize);
  const { bindings } = readQuery(location.search, opened).changes;
  if (bindings !== undefined) page.restore({ bindings });
  const stop = answerEarly(container, page);
  return {
    document: judged,
    section: section.id,
    opened,
    page,
    end: () => {
      stop();
      page.dispose();
    },
  };
}
