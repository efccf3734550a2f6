import type { Definition, Scope } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { arrayNames, entriesName, isBold } from "./arrayNames";
import { dependenciesOf, type Given } from "./dependencies";
import { fixedLettersOf } from "./fixedLetters";
import { fixedSumsOf } from "./fixedSums";
import { graphBuilder } from "./GraphBuilder";
import { inferRanges, type RangeOptions } from "./indexRanges";
import { outerLettersOf } from "./outerLetters";
import { recurrencesOf } from "./recurrences";
import { isInnerLetter, slotUses } from "./slotUses";
import type { Survey, World } from "./World";

export interface SurveySource {
  readonly scope: Scope;
  /** All formulas in sight, each a list of expressions in which a letter means one thing. */
  readonly formulas: readonly (readonly Expression[])[];
  readonly givens: readonly Given[];
  readonly ranges: RangeOptions;
}

/** Reads a scope once: names, aliases, ranges, dependencies. */
export function surveyScope({ scope, formulas, givens, ranges }: SurveySource): Survey {
  const canonical = aliases(scope.definitions);
  const definitions = new Map<string, Definition[]>();
  for (const definition of scope.definitions) {
    const name = canonical(definition.name);
    if (definition.body.kind === "variable" && canonical(definition.body.name) === name) continue;
    definitions.set(name, [...(definitions.get(name) ?? []), definition]);
  }
  const all = [...formulas, ...scope.definitions.map(headAndBody)].map((formula) => formula.map((one) => one));
  const uses = slotUses(all.flat());
  const letterSlots = new Map<string, number>();
  for (const use of uses)
    if (use.kind === "slot") letterSlots.set(use.name, Math.max(letterSlots.get(use.name) ?? 0, use.position + 1));
  const indexRanges = inferRanges(all, ranges);
  return {
    ranges: indexRanges,
    definitions,
    canonical,
    letterSlots,
    arrays: arrayNames(all, canonical),
    wholes: new Map([...definitions.keys()].filter(isBold).map((name) => [entriesName(name), name])),
    unread: scope.unread ?? [],
    recurrences: recurrencesOf(definitions, canonical),
    fixedLetters: fixedLettersOf(uses, all.flat()),
    outerLetters: outerLettersOf(definitions, canonical, indexRanges),
    writesSums: uses.some((use) => use.kind === "bound" && !isInnerLetter(use.letter)),
    dependencies: dependenciesOf(all, givens, definitions, canonical),
    fixedSums: fixedSumsOf(scope.assumptions, canonical),
  };
}

/** A fresh world on a survey: an empty graph. */
export function openWorld(survey: Survey): World {
  return {
    ...survey,
    builder: graphBuilder(),
    entries: new Map(),
    inProgress: new Map(),
    leaves: new Map(),
    callDepth: new Map(),
  };
}

/** The head as an expression beside its body, so that both use their letters in one formula. */
function headAndBody(definition: Definition): readonly Expression[] {
  const head: Expression = {
    kind: "variable",
    name: definition.name,
    indices: definition.indices,
    span: definition.span,
  };
  return [head, ...definition.parameters, definition.body];
}

/** ŷ = a makes two names one, whichever way it is written; the name that has a body of its own stands for both. */
function aliases(definitions: readonly Definition[]): (name: string) => string {
  const target = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = target.get(root); up !== undefined; up = target.get(root)) root = up;
    return root;
  };
  for (const { name, indices, parameters, body } of definitions) {
    if (body.kind !== "variable" || parameters.length > 0 || !sameLetters(indices, body.indices)) continue;
    if (find(name) !== find(body.name)) target.set(find(name), find(body.name));
  }
  return find;
}

function sameLetters(left: readonly Expression[], right: readonly Expression[]): boolean {
  return (
    left.length === right.length &&
    left.every((one, at) => {
      const other = right[at];
      return one.kind === "variable" && other?.kind === "variable" && one.name === other.name;
    })
  );
}
