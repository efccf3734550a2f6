import { checkDerivation } from "../check/checkDerivation";
import { checkStep } from "../check/checkStep";
import { openWorkbench } from "../check/openWorkbench";
import { sayVerdict } from "../check/SaidVerdict";
import type { StepJudge } from "../check/StepJudge";
import { smallerSteps } from "../check/smallerSteps";
import type { Workbench } from "../check/Workbench";
import { compileDerivation } from "../derivation/compile";
import type { Derivation } from "../derivation/Derivation";
import { classCounts } from "../store/PageState";
import type { BuiltDocument } from "../views/BuiltDocument";
import { classFormulas } from "../views/classFormulas";
import { noDrawings } from "../views/Drawing";
import { pageClasses } from "../views/pageClasses";
import { resizedBench } from "../views/resizedBench";
import { readProse } from "./readProse";
import { setFormulas } from "./setFormulas";

/** Hears how far the work is. */
export type Building = (what: "step" | "formula", done: number, of: number) => void;

/** Compiles, judges and sets a document: everything that a page needs of it and that no reader need wait for. */
export function buildDocument(text: string, tell: Building = () => {}, judge: StepJudge = checkStep): BuiltDocument {
  const compiled = compileDerivation(text);
  let judged = 0;
  const { derivation, verdicts } = checkDerivation(compiled, {
    judge,
    onStep: () => {
      judged += 1;
      tell("step", judged, compiled.steps.length);
    },
  });
  const { workbenches, figures } = openSections(derivation);
  const smaller = smallerSteps(derivation, verdicts, {
    seed: 1,
    samples: 48,
    judge,
    onStep: () => tell("step", judged, compiled.steps.length),
  });
  const others = [
    ...figures.map((tex) => ({ tex, style: "inline" as const })),
    ...Object.values(smaller).flatMap(({ between }) => between.map(({ tex }) => ({ tex, style: "display" as const }))),
  ];
  const formulas = setFormulas(derivation, verdicts, workbenches, readProse(derivation), others, (done, of) =>
    tell("formula", done, of),
  );
  return {
    derivation,
    verdicts: verdicts.map((verdict) => verdict && sayVerdict(verdict)),
    smaller,
    formulas,
    drawings: noDrawings,
  };
}

/** Each section's workbench, that of most classes too, so that the names of all inputs are set; and what figures name. */
function openSections(derivation: Derivation): {
  readonly workbenches: readonly Workbench[];
  readonly figures: readonly string[];
} {
  const workbenches: Workbench[] = [];
  const figures: string[] = [];
  for (const { id } of derivation.sections) {
    const own = openWorkbench(derivation, id);
    const most = resizedBench(own, derivation, id)(classCounts.most);
    const classes = pageClasses(own, derivation, id);
    workbenches.push(own, ...(most === null ? [] : [most]));
    if (classes !== null)
      figures.push(...Object.values(classFormulas(own, classes)).filter((tex): tex is string => tex !== null));
  }
  return { workbenches, figures };
}
