import { freeLetters } from "../calculus/freeLetters";
import { isTimed } from "../calculus/recurrences";
import type { Survey, Trace } from "../calculus/World";
import { arrayFacts } from "../formula/arrayFacts";
import type { Condition, Expression } from "../formula/Expression";
import { isOperationName } from "../formula/Expression";
import { isOfEvents } from "../formula/parseProbability";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import { cutsOf } from "./findingVerdict";
import { hasImaginaryUnit } from "./imaginaryUnit";
import { printCondition } from "./printCondition";
import type { Question } from "./Question";
import { remark } from "./remark";
import type { Remark } from "./Verdict";

/**
 * Why a step whose sides differ is still no mistake of its author's as far as can be told: something that the step
 * rests on is not known. A step is accused only where both sides mean something.
 */
export function doubtOf({ left, right, survey }: Question, trace: Trace, stated: readonly Condition[]): Remark | null {
  if (hasImaginaryUnit([left, right], survey)) return remark("imaginary-unit", "i");
  const names = new Set([...reached(left, survey), ...reached(right, survey)]);
  const unused = stated.find(
    (condition) =>
      arrayFacts(condition)?.some(({ kind }) => kind === "other") === true &&
      condition.sides.some((side) => [...reached(side, survey)].some((name) => names.has(name))),
  );
  if (unused !== undefined) return remark("unused-condition", printCondition(unused));
  // Of a loss without a formula too little is known for one index to speak for another.
  const cuts = trace.standIns.size > 0 || trace.givens.size > 0 ? trace.severed : cutsOf(trace);
  const cut = cuts.find(({ by }) => by.kind !== "variable" || !standsAsValue(by.name, [left, right], survey));
  if (cut !== undefined) return remark("unconnected", `${print(cut.by)}|${print(cut.of)}`);
  const open = [...trace.standIns].find((name) => isOverTime(name, survey));
  if (open !== undefined) return remark("open-over-time", open);
  const [onLeft, onRight] = [openNames(left, survey), openNames(right, survey)];
  const lone = [...onLeft].find((name) => !onRight.has(name)) ?? [...onRight].find((name) => !onLeft.has(name));
  if (lone !== undefined) return remark("one-sided", lone);
  const related = relatedProbability([left, right], trace);
  if (related !== null) return remark("one-sided", related);
  if ([left, right].some((side) => hasOperator(side, survey))) return remark("operator", "D");
  const broken = [left, right].flatMap((side) => [...reached(side, survey)]).find((name) => losesIndex(name, survey));
  if (broken !== undefined) return remark("lost-in-definition", broken);
  const unread = survey.unread.find((name) =>
    [left, right].some((side) => reached(side, survey).has(survey.canonical(name))),
  );
  if (unread !== undefined) return remark("unread-definition", unread);
  const letter = [...trace.lettersAsNumbers][0];
  return letter === undefined ? null : remark("letter-as-number", letter);
}

/** Whether an undefined loss is differentiated by what follows in time: it may be one of each time, or of the last. */
function isOverTime(name: string, { dependencies, recurrences, canonical }: Survey): boolean {
  return (dependencies.get(name) ?? []).some(({ by }) => {
    const reach = recurrences.get(canonical(by.name));
    return reach !== undefined && isTimed(reach);
  });
}

/** P(A | B), P(B | A) and P(A) without formulas: laws that no formula states tie them together. */
function relatedProbability(sides: readonly Expression[], { undefinedFunctions }: Trace): string | null {
  const patterns = new Map<string, Set<string>>();
  for (const side of sides)
    walk(side, (part) => {
      if (part.kind !== "call" || !undefinedFunctions.has(part.name) || !/^(?:bb )?(?:p|P|q|Q|Pr)$/u.test(part.name))
        return;
      patterns.set(part.name, (patterns.get(part.name) ?? new Set()).add(part.args.map(print).join(" | ")));
    });
  return [...patterns].find(([, list]) => list.size > 1)?.[0] ?? null;
}

/** D_j S_i: an undefined D with one index before a factor is a derivative operator, not a number. */
function hasOperator(side: Expression, survey: Survey): boolean {
  let found = false;
  walk(side, (part) => {
    if (
      part.kind === "product" &&
      part.factors.some(
        (factor) =>
          factor.kind === "variable" &&
          factor.name === "D" &&
          factor.indices.length === 1 &&
          !survey.definitions.has("D"),
      )
    )
      found = true;
  });
  return found;
}

/** True where a symbol stands for its value, not only under a ∂. */
function standsAsValue(name: string, sides: readonly Expression[], survey: Survey): boolean {
  const canonical = survey.canonical(name);
  return sides.some((side) => {
    let values = 0;
    walk(side, (part) => {
      if (part.kind === "variable" && survey.canonical(part.name) === canonical) values += 1;
      if (part.kind === "derivative")
        for (const by of part.by) if (by.kind === "variable" && survey.canonical(by.name) === canonical) values -= 1;
    });
    return values > 0;
  });
}

/** Names that a side is about, through definitions. */
function reached(side: Expression, survey: Survey, seen: Set<string> = new Set()): ReadonlySet<string> {
  walk(side, (part) => {
    if (part.kind !== "variable" && part.kind !== "call") return;
    const name = survey.canonical(part.name);
    if (seen.has(name)) return;
    seen.add(name);
    for (const definition of survey.definitions.get(name) ?? []) reached(definition.body, survey, seen);
  });
  return seen;
}

/** p_j = e^{a_i}/Σ_k e^{a_k}: the head's index is not in the body, and the body has one that the head has not. */
function losesIndex(name: string, survey: Survey): boolean {
  return (survey.definitions.get(name) ?? []).some(({ indices, body }) => {
    const head = indices.flatMap((index) =>
      index.kind === "variable" && index.indices.length === 0 ? [index.name] : [],
    );
    const free = freeLetters([body], survey.ranges, survey.canonical, survey.fixedLetters)
      .filter((one) => !one.label)
      .map((one) => one.letter);
    return head.some((letter) => !free.includes(letter)) && free.some((letter) => !head.includes(letter));
  });
}

/** Undefined functions and undefined differentiated symbols that a side is about, through definitions. */
function openNames(side: Expression, survey: Survey): ReadonlySet<string> {
  const open = new Set<string>();
  const seen = new Set<string>();
  const visit = (expression: Expression): void =>
    walk(expression, (part) => {
      if (part.kind !== "variable" && part.kind !== "call") return;
      const name = survey.canonical(part.name);
      if (seen.has(`${part.kind} ${name}`)) return;
      seen.add(`${part.kind} ${name}`);
      const definitions = survey.definitions.get(name) ?? [];
      for (const definition of definitions) visit(definition.body);
      if (definitions.length > 0) return;
      const dependencies = survey.dependencies.get(name);
      if (part.kind === "call" && !(isOperationName(part.name) && part.indices.length === 0)) open.add(name);
      else if (dependencies?.every(({ given }) => given === null) || isOfEvents(name)) open.add(name);
    });
  visit(side);
  return open;
}
