import { describeFormulaErrorCode } from "../check/describeUnread";
import type { PageRow } from "./pageRows";

/** What a line is that has no verdict, in a word for its column. */
export function describeLine({ line, step }: PageRow): string {
  if (line.error !== null) return "not read";
  switch (step?.role) {
    case "definition":
      return "definition";
    case "given":
      return "given";
    case "equation":
      return "not judged";
    case "claim":
    case undefined:
      return "";
  }
}

/** Why, in a sentence; null where there is nothing to add. */
export function explainLine({ line, step, unavailable }: PageRow): string | null {
  if (line.error !== null) {
    const characters = line.formula.tex.slice(line.error.span.start, line.error.span.end).trim();
    const where = characters === "" ? "" : ` It is about “${characters}”.`;
    return `Not read. ${describeFormulaErrorCode(line.error.code)}${where}`;
  }
  switch (step?.role) {
    case "definition":
      return "Taken as a definition: it gives its left side a meaning, so there is nothing to check.";
    case "given":
      return "Taken as given: the document states this slope of something that it does not define.";
    case "equation":
      return step.reason ?? "Not a claim that could be checked.";
    case "claim":
    case undefined:
      return unavailable;
  }
}
