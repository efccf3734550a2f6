import { checkDerivation } from "../check/checkDerivation";
import { openWorkbench } from "../check/openWorkbench";
import { compileDerivation } from "../derivation/compile";
import type { BuiltDocument } from "../views/BuiltDocument";
import { readProse } from "./readProse";
import { setFormulas } from "./setFormulas";

/** Compiles, judges and sets a document: everything that a page needs of it and that no reader need wait for. */
export function buildDocument(text: string): BuiltDocument {
  const derivation = compileDerivation(text);
  const { verdicts } = checkDerivation(derivation);
  const workbenches = derivation.sections.map((section) => openWorkbench(derivation, section.id));
  return { derivation, verdicts, formulas: setFormulas(derivation, verdicts, workbenches, readProse(derivation)) };
}
