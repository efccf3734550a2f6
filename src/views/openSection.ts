import { openWorkbench } from "../check/openWorkbench";
import type { Workbench } from "../check/Workbench";
import type { Resize } from "../store/createPage";
import type { BuiltDocument } from "./BuiltDocument";
import { figureIds } from "./figureIds";
import { pageRows } from "./pageRows";
import { resizedBench } from "./resizedBench";

/** What a page's store needs of a section: what it computes with, how many lines it has, which tabs. */
export function openSection(
  { derivation, verdicts }: BuiltDocument,
  section: string,
): {
  readonly workbench: Workbench;
  readonly steps: number;
  readonly tabs: readonly string[];
  readonly resize: Resize;
} {
  const workbench = openWorkbench(derivation, section);
  return {
    workbench,
    steps: pageRows(derivation, verdicts, section, workbench).length,
    tabs: figureIds,
    resize: resizedBench(workbench, derivation, section),
  };
}
