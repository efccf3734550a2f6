import { arrayFacts } from "../formula/arrayFacts";
import type { Assumption, Declaration, Said } from "../formula/Definition";
import type { Condition, Expression } from "../formula/Expression";
import { isSupposed, saidFrom } from "./cues";
import type { Line } from "./Derivation";
import type { Draft, DraftChain } from "./Draft";
import type { InputField } from "./frontMatter";
import { headOfExpression, isNumeric, mentionedNames, treeText } from "./heads";

/** What is taken as true: `from` is the draft where it is said; declared ones of a section hold only there. */
export interface PlacedAssumption {
  readonly from: number;
  readonly reach: "document" | "local";
  readonly assumption: Assumption;
}

export function findAssumptions(drafts: readonly Draft[]): readonly PlacedAssumption[] {
  const found = drafts.flatMap((draft, from): readonly PlacedAssumption[] => {
    if (draft.kind === "assumption") {
      return [
        {
          from,
          reach: draft.place.published === null ? "document" : "local",
          assumption: { condition: draft.condition, origin: "prose", span: draft.span },
        },
      ];
    }
    if (draft.kind === "where") {
      const condition = conditionOf(draft.lines);
      const span = draft.lines[0]?.span;
      if (condition === null || span === undefined) return [];
      return [
        {
          from,
          reach: draft.place.section === -1 ? "document" : "local",
          assumption: { condition, origin: "declared", span },
        },
      ];
    }
    if (draft.kind !== "chain") return [];
    const condition = statedInProse(draft) ? conditionOf(draft.chain.lines) : null;
    const span = draft.chain.lines[0]?.span;
    if (condition === null || span === undefined) return [];
    return [
      {
        from,
        reach: draft.place.published === null ? "document" : "local",
        assumption: { condition, origin: "prose", span },
      },
    ];
  });
  return withoutContradictions(found);
}

/** What the text says of vectors and matrices that it does not define: ‖u‖ = 1, a symmetric A. */
export function findArrayConditions(drafts: readonly Draft[], isDefined: (name: string) => boolean): readonly Said[] {
  const found = drafts.flatMap((draft): readonly Said[] => {
    if (draft.kind === "array-condition") return [{ condition: draft.condition, from: draft.span.start }];
    const condition = draft.kind === "chain" ? statedOfArrays(draft, isDefined) : null;
    if (condition === null || draft.kind !== "chain") return [];
    const at = draft.chain.lines[0]?.span.start ?? 0;
    return [{ condition, from: draft.chain.inline ? saidFrom(draft.before, at) : at }];
  });
  return found.slice(0, mostStated);
}

/** No text says more than this of its vectors and matrices; what does is no derivation. */
const mostStated = 32;

/** An equation that says which vectors or matrices are meant: nobody derives uᵀu = 1 of a free u. */
export function statedOfArrays(draft: DraftChain, isDefined: (name: string) => boolean): Condition | null {
  const condition = draft.place.published === null ? conditionOf(draft.chain.lines) : null;
  if (condition === null || arrayFacts(condition) === null) return null;
  const names = condition.sides.flatMap((side) => [...mentionedNames(side)]);
  return names.some(isDefined) ? null : condition;
}

/** `\sum_k y_k = 1` in running text states what the labels are; it is not derived. */
export function statedInProse(draft: DraftChain): boolean {
  const [left, right] = draft.chain.lines;
  if (!draft.chain.inline || draft.chain.lines.length !== 2 || right?.relation !== "=") return false;
  const sum = left?.expression ?? null;
  return (
    sum?.kind === "indexed" &&
    sum.operation === "sum" &&
    sum.body.kind === "variable" &&
    isOne(right.expression) &&
    sum.condition === null
  );
}

/** A formula of `where:` that defines nothing is a condition. */
function conditionOf(lines: readonly Line[]): Condition | null {
  const [first, ...rest] = lines;
  if (first?.expression === null || first === undefined || rest.length === 0) return null;
  const defining = rest.length > 0 && rest[0]?.relation === "=" && headOfExpression(first.expression) !== null;
  if (defining) return null;
  const sides: Expression[] = [first.expression];
  const relations: Condition["relations"][number][] = [];
  for (const line of rest) {
    if (line.expression === null || line.relation === null) return null;
    sides.push(line.expression);
    relations.push(line.relation);
  }
  return { sides, relations, and: null };
}

/** Two prose conditions on the same expression, as "when z > 0 … when z < 0", cancel each other. */
function withoutContradictions(found: readonly PlacedAssumption[]): readonly PlacedAssumption[] {
  const directions = new Map<string, Set<string>>();
  for (const { assumption } of found) {
    if (assumption.origin !== "prose") continue;
    const key = subjectOf(assumption.condition);
    const known = directions.get(key) ?? new Set<string>();
    known.add(assumption.condition.relations.join());
    directions.set(key, known);
  }
  return found.filter(({ assumption }) => {
    const said = directions.get(subjectOf(assumption.condition)) ?? new Set<string>();
    const up = [...said].some((relation) => /[>≥]/.test(relation));
    const down = [...said].some((relation) => /[<≤]/.test(relation) && !relation.includes(","));
    return assumption.origin !== "prose" || !(up && down);
  });
}

function subjectOf(condition: Condition): string {
  const subject = condition.sides.find((side) => !isNumeric(side)) ?? condition.sides[0];
  return subject === undefined ? "" : treeText(subject);
}

/** `x = 0.8` in the prose gives an input its starting value, unless it names a case. */
export function proseDeclarations(
  drafts: readonly Draft[],
  isDefined: (name: string) => boolean,
  declared: ReadonlySet<string>,
): readonly Declaration[] {
  const found = new Map<string, Declaration>();
  for (const draft of drafts) {
    if (
      draft.kind !== "chain" ||
      draft.place.published !== null ||
      draft.chain.lines.length !== 2 ||
      isSupposed(draft.before)
    )
      continue;
    const [left, right] = draft.chain.lines;
    const symbol = left?.expression ?? null;
    const value = plainNumber(right?.expression ?? null);
    if (symbol?.kind !== "variable" || value === null || right?.relation !== "=" || /^[ijklnmKN]$/.test(symbol.name))
      continue;
    if (isDefined(symbol.name) || declared.has(symbol.name) || found.has(treeText(symbol))) continue;
    found.set(treeText(symbol), {
      name: symbol.name,
      indices: symbol.indices,
      value,
      range: null,
      choices: null,
      set: null,
    });
  }
  return [...found.values()];
}

function plainNumber(expression: Expression | null): number | null {
  if (expression?.kind === "number") return Number(expression.text);
  if (expression?.kind !== "negative") return null;
  const value = plainNumber(expression.operand);
  return value === null ? null : -value;
}

function isOne(expression: Expression | null): boolean {
  return expression?.kind === "number" && Number(expression.text) === 1;
}

/** An entry of `inputs:` whose name is a formula: `x`, `\hat y`, `w_{1,2}`. Null where it is not one symbol. */
export function declarationOf(field: InputField, symbol: Expression | null): Declaration | null {
  if (symbol?.kind !== "variable") return null;
  return {
    name: symbol.name,
    indices: symbol.indices,
    value: field.value,
    range: field.range,
    choices: field.choices,
    set: field.set,
  };
}
