import type { Condition, Expression, IndexedSum } from "./Expression";
import { freeIndices } from "./indices";
import type { Parser, Stretch } from "./Parser";
import { isSeparator } from "./parseArguments";
import { parseProduct, startsFactor } from "./parseProduct";
import { takeScripts } from "./parseScripts";
import { relationOf } from "./relations";
import { cutAt, positionsIn } from "./stretches";

/** Stands for the index of a sum that names none, until the whole formula is read and `bindSums` finds it. */
export const unnamedIndex = "";

/** What is written under a Σ. */
interface Lower {
  readonly index: string;
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly condition: Condition | null;
}

/** Σ, Π, max or min with its limits and body; `length` tokens are its name. */
export function parseIndexed(parser: Parser, operation: IndexedSum["operation"], length: number): Expression {
  const start = parser.at;
  const head = parser.peek();
  parser.at += length;
  const { sub, sup, primes } = takeScripts(parser);
  const span = parser.spanFrom(start);
  if (head === undefined) parser.refuse("missing-argument", "", span);
  if (!seesBody(parser, sub !== null)) return sumAsName(parser, start, sub, sup, primes);
  if (primes > 0) parser.refuseToken("unsupported", head);
  const alphabet = parser.alphabet;
  parser.alphabet = null;
  const limits = sub === null ? [] : limitsIn(parser, sub);
  const upper = sup === null ? null : parser.expressionIn(sup, span);
  parser.alphabet = alphabet;
  const body = bodyOf(parser);
  const whole = parser.spanFrom(start);
  if (limits.length === 0) limits.push({ index: unnamedIndex, lower: null, upper: null, condition: null });
  return limits.reduceRight((inner: Expression, limit): Expression => {
    const bound = boundBy(limit, inner);
    const sum: IndexedSum = {
      kind: "indexed",
      operation,
      ...bound,
      upper: bound.upper ?? upper,
      body: inner,
      span: whole,
    };
    parser.openSums.push(sum);
    return sum;
  }, body);
}

function bodyOf(parser: Parser): Expression {
  const start = parser.at;
  let negative = false;
  while (parser.sees("mark", "-", "+")) if (parser.take().text === "-") negative = !negative;
  const body = parseProduct(parser);
  return negative ? { kind: "negative", operand: body, span: parser.spanFrom(start) } : body;
}

function seesBody(parser: Parser, hasIndex: boolean): boolean {
  const token = parser.peek();
  if (token === undefined) return false;
  if (token.kind === "mark" && (token.text === "-" || token.text === "+"))
    return hasIndex && parser.peek(1) !== undefined;
  return startsFactor(parser, token);
}

/** A Σ with nothing behind it is the name of a number: e_j/\sum, \sum^2, \sum'. */
function sumAsName(
  parser: Parser,
  start: number,
  sub: Stretch | null,
  sup: Stretch | null,
  primes: number,
): Expression {
  const span = parser.spanFrom(start);
  const letter = sub === null ? null : parser.tokens[sub.start];
  const isName = sub === null || (sub.end === sub.start + 1 && letter?.kind === "letter" && /[A-Z]/u.test(letter.text));
  if (!isName) parser.refuse("missing-argument", "\\sum", span);
  const indices: readonly Expression[] =
    letter === null || letter === undefined
      ? []
      : [{ kind: "variable", name: letter.text, indices: [], span: letter.span }];
  const name: Expression = { kind: "variable", name: "Sigma", indices, span };
  const primed: Expression = primes > 0 ? { kind: "prime", operand: name, order: primes, span } : name;
  return sup === null ? primed : { kind: "power", base: primed, exponent: parser.expressionIn(sup, span), span };
}

/** `i`, `i=1`, `j \ne k`, `i,j`, `i=1, i \ne k`, `1 \le i \le n`, \substack: one entry per bound index. */
function limitsIn(parser: Parser, sub: Stretch): Lower[] {
  const stretch = substackIn(parser, sub);
  const limits: Lower[] = [];
  for (const part of cutAt(
    stretch,
    positionsIn(parser, stretch, (token) => isSeparator(token) || token.kind === "row"),
  )) {
    if (part.end <= part.start) continue;
    const limit = limitIn(parser, part);
    const last = limits.at(-1);
    const isBound = limit.condition !== null && limits.some((known) => mentions(limit.condition, known.index));
    if (isBound && last !== undefined)
      limits[limits.length - 1] = { ...last, condition: joinConditions(last.condition, limit.condition) };
    else limits.push(limit);
  }
  return limits;
}

function substackIn(parser: Parser, sub: Stretch): Stretch {
  const [first, second] = [parser.tokens[sub.start], parser.tokens[sub.start + 1]];
  const isStack = first?.kind === "command" && first.text === "substack" && second?.kind === "open";
  return isStack ? { start: sub.start + 2, end: parser.partner(sub.start + 1) } : sub;
}

function mentions(condition: Condition | null, letter: string): boolean {
  return (
    condition !== null &&
    (condition.sides.some((side) => side.kind === "variable" && side.name === letter) ||
      mentions(condition.and, letter))
  );
}

function joinConditions(first: Condition | null, second: Condition | null): Condition | null {
  return first === null ? second : { ...first, and: joinConditions(first.and, second) };
}

function limitIn(parser: Parser, part: Stretch): Lower {
  const span = parser.spanOf(part);
  const relations = positionsIn(parser, part, (token) => relationOf(token) !== null);
  if (relations.length === 0) {
    const only = parser.expressionIn(part, span);
    if (only.kind === "number") return { index: unnamedIndex, lower: only, upper: null, condition: null };
    const letters = only.kind === "product" ? only.factors : [only];
    const [letter, more] = letters;
    if (letter?.kind === "variable" && letter.indices.length === 0 && more === undefined)
      return { index: letter.name, lower: null, upper: null, condition: null };
    parser.refuse("unsupported", "\\sum", span);
  }
  const condition = parser.within(part, parser.grammar.condition);
  const [left, middle, right] = condition.sides;
  const [first, second] = condition.relations;
  if (left === undefined || middle === undefined) parser.refuse("unsupported", "\\sum", span);
  if (right !== undefined) {
    // 1 ≤ i ≤ n
    if (first !== "≤" || second !== "≤" || middle.kind !== "variable") parser.refuse("unsupported", "\\sum", span);
    return { index: middle.name, lower: left, upper: right, condition: null };
  }
  if (left.kind !== "variable" || left.indices.length > 0) parser.refuse("unsupported", "\\sum", span);
  if (first === "=") return { index: left.name, lower: middle, upper: null, condition: null };
  if (first === "≠" || first === "<" || first === ">" || first === "≤" || first === "≥")
    return { index: left.name, lower: null, upper: null, condition };
  return parser.refuse("unsupported", "\\sum", span);
}

/** Of j ≠ k the left letter is bound, unless only the right one occurs in the body. */
function boundBy(limit: Lower, body: Expression): Lower {
  const [left, right] = limit.condition?.sides ?? [];
  if (
    limit.condition?.relations[0] !== "≠" ||
    left?.kind !== "variable" ||
    right?.kind !== "variable" ||
    right.indices.length > 0
  )
    return limit;
  const free = freeIndices(body);
  return free.has(right.name) && !free.has(left.name) && left.name === limit.index
    ? { ...limit, index: right.name }
    : limit;
}
