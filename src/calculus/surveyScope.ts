import type { Definition, Scope } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { dependenciesOf, type Given } from "./dependencies";
import { fixedArraysOf } from "./fixedArrays";
import { fixedLettersOf } from "./fixedLetters";
import { fixedSumsOf } from "./fixedSums";
import { freeLetters } from "./freeLetters";
import { graphBuilder } from "./GraphBuilder";
import { familiesIn, familyDefinitions, familyWriter } from "./indexFunctions";
import { inferRanges, type RangeOptions } from "./indexRanges";
import { outerLettersOf } from "./outerLetters";
import { recurrencesOf } from "./recurrences";
import { shapesOf } from "./shapesOf";
import { slotUses } from "./slotUses";
import type { Survey, World } from "./World";
import { type Looks, wholeFormula } from "./wholeFormula";

export interface SurveySource {
  readonly scope: Scope;
  /** All formulas in sight, each a list of expressions in which a letter means one thing. */
  readonly formulas: readonly (readonly Expression[])[];
  readonly givens: readonly Given[];
  readonly ranges: RangeOptions;
  /** Every symbol that no index makes a vector is a number, whatever is transposed elsewhere. */
  readonly plain?: boolean;
}

/** Reads a scope once: names, shapes, aliases, ranges, dependencies. */
export function surveyScope(source: SurveySource): Survey {
  const { givens, ranges, plain } = source;
  const families = familiesIn(source.scope.definitions);
  const scope = { ...source.scope, definitions: familyDefinitions(source.scope.definitions, families) };
  const rewrite = familyWriter(families);
  const formulas =
    families.size === 0 ? source.formulas : source.formulas.map((formula) => formula.map((one) => rewrite(one)));
  const shaped = shapesOf(plain === true ? [] : [...formulas, ...scope.definitions.flatMap(likeSides)], scope);
  const { ranks } = shaped;
  const looks: Looks = { isPlain: ranks.size === 0 && families.size === 0, families, ranks, plain: shaped.plain };
  const whole = (expression: Expression) => wholeFormula(expression, looks);
  const known = scope.definitions.flatMap((definition) => wholeDefinitions(definition, whole));
  const canonical = aliases(known);
  const definitions = new Map<string, Definition[]>();
  for (const definition of known) {
    const name = canonical(definition.name);
    const { body, indices } = definition;
    const isAlias = body.kind === "variable" && canonical(body.name) === name && body.indices.length === indices.length;
    if (isAlias) continue;
    definitions.set(name, [...(definitions.get(name) ?? []), definition]);
  }
  const all = [...formulas.map((formula) => formula.map(whole)), ...known.map(headAndBody)];
  const uses = slotUses(all.flat());
  const letterSlots = new Map<string, number>();
  for (const use of uses)
    if (use.kind === "slot") letterSlots.set(use.name, Math.max(letterSlots.get(use.name) ?? 0, use.position + 1));
  const indexRanges = inferRanges(
    all,
    ranges,
    shaped.links([...formulas.map((formula) => formula.map(whole)), ...known.flatMap(likeSides)], known),
  );
  const fixedLetters = fixedLettersOf(uses, all.flat(), definitions);
  const bodies = [...definitions.values()].flat().map(({ body }) => body);
  return {
    ranges: indexRanges,
    looks,
    definitions,
    canonical,
    letterSlots,
    unread: scope.unread ?? [],
    recurrences: recurrencesOf(definitions, canonical),
    fixedLetters,
    labels: freeLetters(bodies, indexRanges, canonical, fixedLetters).filter(({ label }) => label),
    outerLetters: outerLettersOf(definitions, canonical, indexRanges),
    writesSums: uses.some((use) => use.kind === "bound"),
    dependencies: dependenciesOf(
      all,
      givens.map((given) => wholeGiven(given, whole)),
      definitions,
      canonical,
    ),
    fixedSums: fixedSumsOf(scope.assumptions, canonical),
    fixedArrays: fixedArraysOf(scope.assumptions, (variable) => {
      const read = whole(variable);
      return read.kind === "variable" && !definitions.has(canonical(read.name)) ? canonical(read.name) : null;
    }),
  };
}

type Whole = (expression: Expression) => Expression;

/** The definition with whole indices; a function whose values are vectors also gives its name alone a meaning. */
function wholeDefinitions(definition: Definition, whole: Whole): readonly Definition[] {
  const head = whole({ kind: "variable", name: definition.name, indices: definition.indices, span: definition.span });
  const body = whole(definition.body);
  const value = head.kind === "variable" ? { ...definition, name: head.name, indices: head.indices, body } : definition;
  if (definition.parameters.length === 0) return [value];
  const called = { ...definition, parameters: definition.parameters.map(whole), body };
  return value.indices.length === definition.indices.length ? [called] : [{ ...value, parameters: [] }, called];
}

function wholeGiven({ of, by, value }: Given, whole: Whole): Given {
  const [first, second] = [whole(of), whole(by)];
  return first.kind === "variable" && second.kind === "variable"
    ? { of: first, by: second, value: whole(value) }
    : { of, by, value };
}

/** A formula whose sums have more terms than this, all together, is refused. */
const mostTerms = 50_000;

/** A fresh world on a survey: an empty graph. */
export function openWorld(survey: Survey): World {
  return {
    ...survey,
    builder: graphBuilder(),
    entries: new Map(),
    inProgress: new Map(),
    leaves: new Map(),
    callDepth: new Map(),
    terms: { left: mostTerms },
  };
}

/** What a definition makes alike in shape: its head and body, but not a function's parameters and its body. */
function likeSides(definition: Definition): readonly (readonly Expression[])[] {
  const [head, ...rest] = headAndBody(definition);
  if (head === undefined) return [];
  return definition.parameters.length === 0 ? [[head, ...rest]] : rest.map((one) => [one]);
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
