import type { Condition, Expression, Relation } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { isSeparator } from "./parseArguments";
import { relationOf } from "./relations";
import { cutAt, positionsIn } from "./stretches";
import type { Token } from "./Token";

/** i = j, j \ne k, 0 < p < 1, y \in \{0,1\}; several joined by a comma, ∧ or the word "and". */
export function parseConditionAt(parser: Parser): Condition {
  return parser.nested(() => {
    const stretch = trimWords(parser, { start: parser.at, end: parser.end });
    parser.at = parser.end;
    const parts = cutAt(stretch, positionsIn(parser, stretch, isConjunction)).filter((part) => part.end > part.start);
    const read = parts.map((part, at) => relationIn(parser, part, sharedBy(parser, parts, at)));
    const joined = read.reduceRight<Condition | null>((and, condition) => ({ ...condition, and }), null);
    return joined ?? parser.refuse("missing-argument", "=", parser.spanOf(stretch));
  });
}

function isConjunction(token: Token): boolean {
  if (token.kind === "command") return token.text === "wedge";
  return isSeparator(token) || (token.kind === "text" && /^(?:and|,)$/u.test(token.text));
}

/** Words around a condition: "if", "for", "when", and a full stop at its end. */
function trimWords(parser: Parser, stretch: Stretch): Stretch {
  let { start, end } = stretch;
  const isWord = (token: Token | undefined): boolean =>
    token?.kind === "text" &&
    /^(?:if|for|when|where|whenever|as|case|,|\.|:|all|is|be|let|with|and|or|the|case that)*(?: (?:if|for|when|all|and|case|is|the))*$/iu.test(
      token.text,
    );
  const isStop = (token: Token | undefined): boolean => token?.kind === "mark" && /^[.,;:]$/u.test(token.text);
  const isSpace = (token: Token | undefined): boolean =>
    token?.kind === "command" && (token.text === "quad" || token.text === "forall");
  while (start < end && (isWord(parser.tokens[start]) || isStop(parser.tokens[start]) || isSpace(parser.tokens[start])))
    start++;
  while (end > start && (isStop(parser.tokens[end - 1]) || isSpace(parser.tokens[end - 1]))) end--;
  return { start, end };
}

/** a, b > 0 and x, y \in \mathbb{R}^n: the part whose relation a bare symbol in a list shares, else its own. */
function sharedBy(parser: Parser, parts: readonly Stretch[], at: number): Stretch | null {
  const relates = (part: Stretch) => positionsIn(parser, part, (token) => relationOf(token) !== null).length > 0;
  const own = parts[at];
  return own === undefined || relates(own) ? null : (parts.slice(at + 1).find(relates) ?? null);
}

function relationIn(parser: Parser, whole: Stretch, shared: Stretch | null): Condition {
  const part = trimWords(parser, whole);
  if (shared !== null) {
    const { sides, relations } = relationIn(parser, shared, null);
    return { sides: [parser.expressionIn(part, parser.spanOf(part)), ...sides.slice(1)], relations, and: null };
  }
  const positions = positionsIn(parser, part, (token) => relationOf(token) !== null);
  const relations: Relation[] = [];
  for (const at of positions) {
    const relation = relationOf(parser.tokens[at] as Token);
    if (relation !== null) relations.push(relation);
  }
  if (relations.length === 0) parser.refuse("unexpected", sourceOf(parser, part), parser.spanOf(part));
  const sides = cutAt(part, positions).map((side, i) =>
    relations[i - 1] === "∈" ? setIn(parser, side) : parser.expressionIn(side, parser.spanOf(part)),
  );
  return { sides, relations, and: null };
}

/** \{0, 1\}, [0, 1], (0, 1): calls of "set" and of "closed interval", "open interval" …; \mathbb{N} is a name. */
function setIn(parser: Parser, stretch: Stretch): Expression {
  const [open, close] = [parser.tokens[stretch.start], parser.tokens[stretch.end - 1]];
  const span = parser.spanOf(stretch);
  const isWhole = parser.partner(stretch.start) === stretch.end - 1 && stretch.end > stretch.start + 1;
  const name = isWhole ? setNames.get(`${open?.text ?? ""} ${close?.text ?? ""}`) : undefined;
  if (name === undefined) return parser.expressionIn(stretch, span);
  const inside = { start: stretch.start + 1, end: stretch.end - 1 };
  const args = cutAt(inside, positionsIn(parser, inside, isSeparator)).map((part) => parser.expressionIn(part, span));
  return { kind: "call", name, args, primes: 0, indices: [], span };
}

const setNames: ReadonlyMap<string, string> = new Map([
  ["{ }", "set"],
  ["( )", "open interval"],
  ["[ ]", "closed interval"],
  ["[ )", "right-open interval"],
  ["( ]", "left-open interval"],
]);

function sourceOf(parser: Parser, { start, end }: Stretch): string {
  return parser.tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(" ");
}
