import type { Call, Expression, Variable } from "../formula/Expression";
import { parseFormula } from "../formula/parse";
import { usualFunction } from "../formula/usualFunctions";
import type { Vocabulary } from "../formula/Vocabulary";
import { arrayConditions } from "./arrayConditions";
import { saidFrom, saysOneHot } from "./cues";
import type { Draft, DraftNamed, Place } from "./Draft";
import { formulaSpan } from "./Formula";
import { mentionedNames } from "./heads";
import type { ProseFormula } from "./inlineText";
import { listedMembers } from "./listedMembers";
import { namedFunction } from "./namedFunction";
import type { Language } from "./readLine";
import { sumIsOne } from "./sumIsOne";

/** What prose says around a formula without a relation: which symbols it mentions, and what they are. */
export function mentionDrafts(
  { formula, before, after }: ProseFormula,
  language: Language,
  place: Place,
): readonly Draft[] {
  const sum = listedMembers(formula.tex, language);
  const listed: readonly Draft[] = sum === null ? [] : [{ kind: "listed", sum, place }];
  const name = formula.tex.replace(/\(\s*(?:\\cdot|\\bullet|\.)\s*\)\s*$/, "");
  const reading = parseFormula(name, language.vocabulary, language.macros);
  if (!reading.ok) return listed;
  const span = formulaSpan(formula);
  const oneHot = saysOneHot(before, after) ? sumIsOne(reading.value) : null;
  return [
    ...listed,
    { kind: "mention", names: mentionedNames(reading.value), place },
    ...(oneHot === null ? [] : [{ kind: "assumption" as const, condition: oneHot, span, place }]),
    ...arrayDrafts(reading.value, { formula, before, after }, place),
    ...namedDrafts(reading.value, [before, after], language, place, span),
  ];
}

/** ‖u‖ = 1 and A = Aᵀ, said in words of the symbol of a formula. */
export function arrayDrafts(
  symbol: Expression,
  { formula, before, after }: ProseFormula,
  place: Place,
): readonly Draft[] {
  const { start, end } = formulaSpan(formula);
  const span = { start: saidFrom(before, start), end };
  return arrayConditions(symbol, before, after).map((condition) => ({
    kind: "array-condition",
    condition,
    span,
    place,
  }));
}

/** "with σ the logistic function", the letter typed as it is. */
export function plainNameDrafts(text: string, language: Language, place: Place): readonly Draft[] {
  return [...text.matchAll(/[σφΦ]/g)].flatMap(({ 0: letter, index }) => {
    const symbol = parseFormula(letter, language.vocabulary, language.macros);
    return symbol.ok ? namedDrafts(symbol.value, ["", text.slice(index + 1, index + 120)], language, place) : [];
  });
}

function namedDrafts(
  symbol: Expression,
  [before, after]: readonly [string, string],
  { vocabulary }: Language,
  place: Place,
  span?: DraftNamed["definition"]["span"],
): readonly DraftNamed[] {
  const kind = namedFunction(before, after);
  if (kind === null || !isFunctionName(symbol, vocabulary)) return [];
  return [{ kind: "named", definition: usualFunction(kind, symbol.name, "prose", span), place }];
}

/** A bare letter, or the letter before (x) or (·), that the document uses as a function. */
function isFunctionName(expression: Expression, { functions }: Vocabulary): expression is Variable | Call {
  if (expression.kind !== "variable" && expression.kind !== "call") return false;
  return expression.indices.length === 0 && (functions.has(expression.name) || /^[fgh]$/.test(expression.name));
}
