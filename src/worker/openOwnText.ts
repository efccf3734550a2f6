import { type Building, buildDocument } from "../build/buildDocument";
import { checkStep } from "../check/checkStep";
import type { StepJudge } from "../check/StepJudge";
import { describeProblem } from "../derivation/describeProblem";
import type { Problem } from "../derivation/Problem";
import { positionsIn } from "../derivation/position";
import { ownId } from "../views/OwnDocument";
import { plainInlines } from "../views/plainInlines";
import { sectionTally } from "../views/sectionTally";
import type { WorkerMessage } from "../views/WorkerMessage";

/** Problems that leave nothing to show. */
const fatal: ReadonlySet<Problem["code"]> = new Set(["empty-document", "no-mathematics", "not-text", "too-large"]);

/** Compiles, judges and sets a reader's text, and says how far it is. */
export function openOwnText(
  text: string,
  tell: (message: WorkerMessage) => void,
  judge: StepJudge = checkStep,
): WorkerMessage {
  const progress: Building = (what, done, of) => tell({ kind: "progress", what, done, of });
  const built = buildDocument(text, progress, judge);
  const { derivation, verdicts } = built;
  const stop = derivation.problems.find(({ code }) => fatal.has(code));
  if (stop !== undefined) return { kind: "refused", sentence: describeProblem(stop) };
  if (derivation.sections.length === 0)
    return { kind: "refused", sentence: describeProblem({ code: "no-mathematics", detail: "" }) };
  const position = positionsIn(text);
  const remarks = derivation.problems.map((problem) => ({
    ...position(problem.span.start),
    severity: problem.severity,
    sentence: describeProblem(problem),
  }));
  const sections = derivation.sections.map((section) => ({
    id: section.id,
    title: plainInlines(section.title) || derivation.title || "Untitled",
    tally: sectionTally(derivation, verdicts, section.id),
  }));
  return {
    kind: "opened",
    document: { ...built, remarks },
    entry: { id: ownId, title: "Your document", sections },
  };
}
