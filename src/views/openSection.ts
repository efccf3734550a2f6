import { finish } from "../check/finish";
import { openingWorkbench } from "../check/openWorkbench";
import type { Workbench } from "../check/Workbench";
import type { Resize } from "../store/createPage";
import { initialBindings } from "../store/PageState";
import type { BuiltDocument } from "./BuiltDocument";
import { figureIds } from "./figureIds";
import { pageRows } from "./pageRows";
import { resizedBench } from "./resizedBench";

/** What a page's store needs of a section: what it computes with, how many lines it has, which tabs. */
export interface OpenedSection {
  readonly workbench: Workbench;
  readonly steps: number;
  readonly tabs: readonly string[];
  readonly resize: Resize;
}

export function openSection(document: BuiltDocument, section: string): OpenedSection {
  return finish(openingSection(document, section));
}

/** The same in pieces. What its first frame evaluates is compiled by then. */
export function* openingSection(
  { derivation, verdicts }: BuiltDocument,
  section: string,
): Generator<void, OpenedSection> {
  const workbench = yield* openingWorkbench(derivation, section);
  yield;
  const start = initialBindings(workbench);
  workbench.lineValues(start);
  yield;
  workbench.gradients(start);
  yield;
  return {
    workbench,
    steps: pageRows(derivation, verdicts, section, workbench).length,
    tabs: figureIds,
    resize: resizedBench(workbench, derivation, section),
  };
}
