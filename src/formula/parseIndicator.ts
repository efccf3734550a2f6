import type { Expression } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { relationOf } from "./relations";
import { positionsIn } from "./stretches";

/** True before \mathbb{1}(y_i = k), 1_{i=j}, 1\{…\}, I(…), δ(…) or Iverson's [i = j]: a relation must be inside. */
export function seesIndicator(parser: Parser): boolean {
  return conditionStretch(parser) !== null;
}

export function parseSetCondition(parser: Parser): Expression {
  const start = parser.at;
  const found = conditionStretch(parser);
  if (found === null) parser.refuse("unexpected", "1", parser.lastSpan());
  const condition = parser.within(found.inside, parser.grammar.condition);
  parser.at = found.next;
  return { kind: "indicator", condition, span: parser.spanFrom(start) };
}

function conditionStretch(parser: Parser): { readonly inside: Stretch; readonly next: number } | null {
  const token = parser.peek();
  if (token?.kind === "mark" && token.text === "[") return insideBracket(parser, parser.at);
  const after = headEnd(parser);
  if (after === null || after >= parser.end) return null;
  const next = parser.tokens[after];
  if (next?.kind === "sub" && parser.tokens[after + 1]?.kind === "open") return insideBracket(parser, after + 1);
  const opens =
    (next?.kind === "mark" && (next.text === "(" || next.text === "[")) ||
    (next?.kind === "command" && next.text === "{");
  return opens ? insideBracket(parser, after) : null;
}

/** Index after the 1, 𝟙, I or δ that an indicator begins with. */
function headEnd(parser: Parser): number | null {
  const token = parser.peek();
  if (token === undefined) return null;
  if (isOne(token.kind, token.text) || (token.kind === "letter" && token.text === "I")) return parser.at + 1;
  if (token.kind !== "command") return null;
  if (token.text === "delta") return parser.at + 1;
  if (token.text !== "mathbb" && token.text !== "mathbf") return null;
  const next = parser.peek(1);
  const letter = next?.kind === "open" ? parser.peek(2) : next;
  const end = next?.kind === "open" ? parser.partner(parser.at + 1) + 1 : parser.at + 2;
  const single = next?.kind !== "open" || end === parser.at + 4;
  return single && letter !== undefined && (isOne(letter.kind, letter.text) || letter.text === "I") ? end : null;
}

function isOne(kind: string, text: string): boolean {
  return (kind === "digits" || kind === "text") && text === "1";
}

function insideBracket(parser: Parser, open: number): { readonly inside: Stretch; readonly next: number } | null {
  const close = parser.partner(open);
  if (close < 0 || close >= parser.end) return null;
  const inside = { start: open + 1, end: close };
  const [at] = positionsIn(
    parser,
    inside,
    (token) => relationOf(token) !== null || (token.kind === "text" && /[=<>]/u.test(token.text)),
  );
  return at === undefined ? null : { inside, next: close + 1 };
}
