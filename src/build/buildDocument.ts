import { checkDerivation } from "../check/checkDerivation";
import { openWorkbench } from "../check/openWorkbench";
import { compileDerivation } from "../derivation/compile";
import type { BuiltDocument } from "../views/BuiltDocument";
import { readProse } from "./readProse";
import { setFormulas } from "./setFormulas";

/** Hears how far the work is. */
export type Building = (what: "step" | "formula", done: number, of: number) => void;

/** Compiles, judges and sets a document: everything that a page needs of it and that no reader need wait for. */
export function buildDocument(text: string, tell: Building = () => {}): BuiltDocument {
  const compiled = compileDerivation(text);
  let judged = 0;
  const { derivation, verdicts } = checkDerivation(compiled, {
    onStep: () => {
      judged += 1;
      tell("step", judged, compiled.steps.length);
    },
  });
  const workbenches = derivation.sections.map((section) => openWorkbench(derivation, section.id));
  const formulas = setFormulas(derivation, verdicts, workbenches, readProse(derivation), (done, of) =>
    tell("formula", done, of),
  );
  return { derivation, verdicts, formulas };
}
