import { isNameText } from "./letters";
import type { Parser } from "./Parser";
import { conditionalBar, isSeparator } from "./parseArguments";
import { isTranspose, type Scripts } from "./parseScripts";
import { accentOf, alphabetOf, positionsIn, skipFactor } from "./stretches";

/** f(…), f'(…), L(y, \hat y) and names that the document uses as functions. */
export function isCalled(parser: Parser, name: string, plainName: string, scripts: Scripts, isWord: boolean): boolean {
  const { functions, ordinary, words } = parser.vocabulary;
  if (!parser.sees("mark", "(")) return false;
  if (scripts.primes > 0 || holdsList(parser)) return true;
  const isKnown = functions.has(name) || functions.has(plainName);
  if (!isKnown && (words.has(name) || ordinary.has(name))) return false;
  if (/^(?:[pqPQ]|pi)_[a-z]{2,}$/u.test(plainName) && skipFactor(parser, parser.at + 1) === parser.partner())
    return true;
  if (isKnown || /^(?:(?:hat|tilde|bar|bold) )?[fgh]$/u.test(plainName))
    return !isPower(parser, scripts) && !appliesToItself(parser, plainName);
  return isWord && plainName.length > 2 && isNameText(plainName) && !appliesToItself(parser, plainName);
}

/** A list in parentheses is no factor: L(y, \hat y) and p(y | x) can only be calls. */
export function holdsList(parser: Parser): boolean {
  const inside = { start: parser.at + 1, end: parser.partner() };
  return positionsIn(parser, inside, isSeparator).length > 0 || conditionalBar(parser, inside) !== null;
}

/** p^{y}(1-p)^{1-y} is a product of powers; σ^2(x) is the square of a call. */
function isPower(parser: Parser, { sup }: Scripts): boolean {
  if (sup === null || isTranspose(parser, sup)) return false;
  const [first] = parser.tokens.slice(sup.start, sup.end);
  return first?.kind === "letter" || (first?.kind === "command" && first.text !== "circ" && first.text !== "dagger");
}

/** h(1-h) is a product: a function is not its own argument. */
function appliesToItself(parser: Parser, name: string): boolean {
  const [letter = "", accent = null] = name
    .replace(/[_^].*$/u, "")
    .split(" ")
    .toReversed();
  const close = parser.partner();
  for (let at = parser.at + 1; at < close; at++) {
    const token = parser.tokens[at];
    if (token === undefined || token.text !== letter || token.kind === "mark") continue;
    const before = parser.tokens[at - 1]?.kind === "open" ? parser.tokens[at - 2] : parser.tokens[at - 1];
    const look = before?.kind === "command" ? (accentOf(before.text) ?? alphabetOf(before.text)) : null;
    const next =
      parser.tokens[skipFactor(parser, look !== null && parser.tokens[at - 1]?.kind === "open" ? at - 1 : at)];
    if (look === accent && next?.text !== "(") return true;
  }
  return false;
}
