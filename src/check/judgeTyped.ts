import { chainsById } from "../derivation/addresses";
import type { Derivation } from "../derivation/Derivation";
import { learnLanguage } from "../derivation/learnLanguage";
import { freeIndices } from "../formula/indices";
import { parseFormula } from "../formula/parse";
import type { Vocabulary } from "../formula/Vocabulary";
import { checkStep } from "./checkStep";
import { describeFormulaErrorCode } from "./describeUnread";
import { type SaidVerdict, sayVerdict } from "./SaidVerdict";
import { surveyor } from "./surveyor";

/** What became of a line that a reader wrote: judged as the document's own lines are, or not read, and why. */
export type Judgement =
  | { readonly kind: "judged"; readonly verdict: SaidVerdict }
  | { readonly kind: "unread"; readonly sentence: string; readonly characters: string };

/**
 * Judges `tex` in the place of the right side of a document's step, against the line before it. Null for a step that
 * the document does not have or whose left side was not read.
 */
export function judgeTyped(derivation: Derivation, stepId: string, tex: string): Judgement | null {
  const step = derivation.steps.find(({ id }) => id === stepId);
  const bench = surveyor(derivation);
  const left = step === undefined ? null : (bench.line(step, "left")?.expression ?? null);
  if (step === undefined || left === null) return null;
  const { vocabulary, macros } = languageOf(derivation);
  const reading = parseFormula(tex, vocabulary, macros, freeIndices(left));
  if (!reading.ok) {
    const { code, span } = reading.error;
    return { kind: "unread", sentence: describeFormulaErrorCode(code), characters: tex.slice(span.start, span.end) };
  }
  const verdict = checkStep(
    {
      left,
      right: reading.value,
      relation: step.relation,
      headVariable: bench.head(step),
      conditions: step.conditions,
    },
    bench.scope(step.scope),
    { seed: 1, samples: 48 },
  );
  return { kind: "judged", verdict: sayVerdict(verdict) };
}

/** Names as the document uses them: what it defines as a function is one, its runs of letters are names. */
function languageOf(derivation: Derivation) {
  const formulas = [...chainsById(derivation).values()].flatMap(({ lines }) => lines.map(({ formula }) => formula));
  const { vocabulary, macros } = learnLanguage(formulas);
  const defined = derivation.scopes
    .flatMap(({ definitions }) => definitions)
    .flatMap(({ name, parameters }) => (parameters.length > 0 ? [name] : []));
  const known: Vocabulary = { ...vocabulary, functions: new Set([...vocabulary.functions, ...defined]) };
  return { vocabulary: known, macros };
}
