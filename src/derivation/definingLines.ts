import type { Expression } from "../formula/Expression";
import { announcesCase, introducesName } from "./cues";
import type { Line } from "./Derivation";
import type { DraftChain } from "./Draft";
import { type Head, headKey, headOfExpression, mentionedKeys, mentionedNames } from "./heads";

/**
 * The side that defines: the next one; for a function that is made of itself (L = ∏ L) or without any of its
 * parameters, the first that is made of all of them.
 */
export function bodyLine(head: Head, lines: readonly Line[], at: number): number {
  const next = at + 1;
  const parameters = head.parameters
    .flatMap((parameter) => [...mentionedNames(parameter)])
    .filter((name) => name !== "…");
  if (head.parameters.length === 0 || isMadeOf(lines[next], head, parameters))
    return isDefining(lines[next]) ? next : -1;
  for (let right = next; right < lines.length && isDefining(lines[right]); right++) {
    if (isMadeOf(lines[right], head, parameters)) return right;
  }
  const expression = lines[next]?.expression ?? null;
  return isDefining(lines[next]) && expression !== null && !isAbout(expression, head) ? next : -1;
}

function defines(line: Line): boolean {
  return line.relation === "=" || line.relation === ":=" || line.relation === "≡";
}

/** `a = b = expression` gives both names the meaning of what follows them. */
export function aliases(lines: readonly Line[]): readonly (readonly [Head, Expression, Line])[] {
  const found: (readonly [Head, Expression, Line])[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at];
    const right = lines[at + 1];
    const head = headOfExpression(line?.expression ?? null);
    if (line === undefined || right === undefined || head === null || right.expression === null || !defines(right))
      break;
    found.push([head, right.expression, line]);
  }
  return found;
}

/** Whether a side is made of all the parameters, and not of the function itself. */
function isMadeOf(line: Line | undefined, head: Head, parameters: readonly string[]): boolean {
  if (line === undefined || line.expression === null) return false;
  const names = mentionedNames(line.expression);
  return !isAbout(line.expression, head) && parameters.every((name) => names.has(name));
}

/**
 * Whether an expression is made of the head; P(t=0 | z) is one of its own beside P(t=1 | z), and the number P_0 is not
 * the function P(K).
 */
function isAbout(expression: Expression, head: Head): boolean {
  if (head.parameters.length > 0 && head.indices.length === 0) {
    const keys = [...mentionedKeys(expression)].filter((key) => key.startsWith(`${head.name}[`));
    return keys.some((key) => !/\[\d+\]$/.test(key));
  }
  return head.indices.some((index) => index.kind === "number")
    ? mentionedKeys(expression).has(headKey(head))
    : mentionedNames(expression).has(head.name);
}

/** The 1, …, n of i = 1, …, n, and the ±1 of y = ±1: a range of values. */
export function listsValues(line: Line | undefined): boolean {
  return /^\s*(?:(?:\\pm|±)\s*\d+\s*$|\d+\s*,\s*(?:\d+\s*,\s*)?(?:\\[lc]?dots|\.\.\.|…))/.test(line?.formula.tex ?? "");
}

export function isDefining(line: Line | undefined): boolean {
  return line !== undefined && defines(line);
}

/** In running text `p = q` is often a condition; a formula with an operation in it is not, unless a case is named. */
export function mayDefineInline(body: Expression, draft: DraftChain, at: number): boolean {
  if (body.kind === "variable") return at > 0 || draft.chain.lines.length > 2 || introducesName(draft.before);
  return !(announcesCase(draft.before) && body.kind === "negative" && body.operand.kind === "variable");
}
