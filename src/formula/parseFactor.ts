import { isDifferential, slashAt } from "./differentials";
import type { Expression, Variable } from "./Expression";
import { bareWordFunction } from "./functionAt";
import { functionOfWord, isNameText, isUnsupportedWord } from "./letters";
import type { Parser } from "./Parser";
import { isSeparator, takeArgumentList } from "./parseArguments";
import { parseAtom, parseSlashDerivative } from "./parseAtom";
import { parseFunction } from "./parseFunction";
import { parseSetCondition, seesIndicator } from "./parseIndicator";
import { parseSubscript } from "./parseIndices";
import { exponentIn, isTranspose, readSuperscript, type Scripts, takeScripts } from "./parseScripts";
import { nameWith, type Stem, startsSymbol, takeStem, variable } from "./parseSymbol";
import { relationOf } from "./relations";
import { accentOf, alphabetOf, positionsIn, skipFactor } from "./stretches";

/** One factor: a number, symbol, call, bracket, fraction, sum …, with everything that is attached to it. */
export function parseFactor(parser: Parser): Expression {
  return parser.nested(() => {
    const start = parser.at;
    const token = parser.peek();
    if (token === undefined) parser.refuse("missing-argument", "", parser.lastSpan());
    const fn =
      token.kind === "letter" || token.kind === "text" || token.kind === "command" ? bareWordFunction(parser) : null;
    if (fn !== null) return attach(parser, parseFunction(parser, fn), start);
    if (isDifferential(parser, token) && slashAt(parser, start) !== null)
      return attach(parser, parseSlashDerivative(parser), start);
    if (seesIndicator(parser)) return attach(parser, parseSetCondition(parser), start);
    if (startsSymbol(token))
      return isStyledGroup(parser)
        ? attach(parser, styledGroup(parser), start)
        : symbol(parser, takeStem(parser), start);
    const atom = parseAtom(parser);
    if (atom.kind === "variable" && token.kind === "open")
      return symbol(parser, { name: atom.name, indices: atom.indices }, start);
    return attach(parser, atom, start);
  });
}

/** \mathbf{W x + b}: the alphabet holds for every letter inside. */
function isStyledGroup(parser: Parser): boolean {
  const token = parser.peek();
  if (token?.kind !== "command" || alphabetOf(token.text) === null) return false;
  const open = parser.at + 1;
  if (parser.peek(1)?.kind !== "open") return false;
  return skipFactor(parser, open + 1) < parser.partner(open);
}

function styledGroup(parser: Parser): Expression {
  const token = parser.take();
  const outer = parser.alphabet;
  parser.alphabet = alphabetOf(token.text) ?? outer;
  const inside = parser.expressionIn(parser.bracketed(), token.span);
  parser.alphabet = outer;
  return inside;
}

/** A name with its scripts; then a call, if it is a function's and an argument list follows. */
function symbol(parser: Parser, stem: Stem, start: number): Expression {
  refuseUnsupportedName(parser, stem, start);
  const scripts = takeScripts(parser);
  const { vocabulary } = parser;
  const bare = stem.indices.length === 0 && scripts.sub === null;
  if (bare && !vocabulary.ordinary.has(stem.name)) {
    const constant = constantNamed(parser, stem.name, start);
    if (constant !== null && scripts.primes === 0) return raise(parser, constant, scripts, start);
  }
  if (scripts.sub !== null && holdsRelation(parser, scripts)) {
    const plain = variable(stem.name, stem.indices, parser.spanFrom(start));
    return attachTo(parser, plain, scripts, start);
  }
  if (stem.name === "e" && scripts.sub !== null && scripts.sup !== null && scripts.sup.start < scripts.sub.start)
    // e^a_k is typed for e^{a_k} but sets as e_k^a.
    parser.refuse("ambiguous", "e^…_…", parser.spanFrom(start));
  const sub = scripts.sub === null ? { words: [], indices: [] } : parseSubscript(parser, scripts.sub);
  const plainName = nameWith(stem.name, sub.words, "");
  const sup = readSuperscript(parser, plainName, scripts.sup, false);
  const mark = sup.kind === "mark" ? `^${sup.text}` : sup.kind === "index" ? `^${sup.brackets}` : "";
  const name = nameWith(stem.name, sub.words, mark);
  const indices = [...stem.indices, ...sub.indices, ...(sup.kind === "index" ? [sup.index] : [])];
  if (
    stem.name === "delta" &&
    name === "delta" &&
    indices.length === 2 &&
    !vocabulary.ordinary.has("delta") &&
    sup.kind !== "index"
  )
    return attach(
      parser,
      { kind: "indicator", condition: { sides: indices, relations: ["="], and: null }, span: parser.spanFrom(start) },
      start,
    );

  const digits = parser.peek();
  if (
    bare &&
    scripts.sup === null &&
    scripts.primes === 0 &&
    digits?.kind === "digits" &&
    !digits.spaced &&
    parser.tokens[parser.at - 1]?.kind === "letter" &&
    parser.at === start + 1
  ) {
    // x1 is typed for x_1: nobody multiplies by a number from the right.
    parser.at++;
    return attach(
      parser,
      variable(name, [{ kind: "number", text: digits.text, span: digits.span }], parser.spanFrom(start)),
      start,
    );
  }
  const isWord = bare && (parser.tokens[start]?.kind === "text" || /^[A-Z][a-z]{3,}$/u.test(stem.name));
  if (isCalled(parser, name, plainName, scripts, isWord)) {
    const args = takeArgumentList(parser, name);
    if (args !== null) {
      const span = parser.spanFrom(start);
      const call: Expression = { kind: "call", name, args, primes: scripts.primes, indices, span };
      if (sup.kind === "power") {
        if (sup.exponent.kind !== "number") parser.refuse("unsupported", `${name}^{…}(…)`, span);
        return attach(parser, { kind: "power", base: call, exponent: sup.exponent, span }, start);
      }
      return attach(parser, sup.kind === "transpose" ? { kind: "transpose", operand: call, span } : call, start);
    }
  }
  const span = parser.spanFrom(start);
  // W^T_{ij} is an entry of W^T, and of W in other books.
  if (sup.kind === "transpose" && indices.length > 1) parser.refuse("ambiguous", "^T", span);
  const base: Expression = variable(name, indices, span);
  const primed: Expression = scripts.primes > 0 ? { kind: "prime", operand: base, order: scripts.primes, span } : base;
  if (sup.kind === "power") return attach(parser, { kind: "power", base: primed, exponent: sup.exponent, span }, start);
  return attach(parser, sup.kind === "transpose" ? { kind: "transpose", operand: primed, span } : primed, start);
}

function refuseUnsupportedName(parser: Parser, stem: Stem, start: number): void {
  const next = parser.peek();
  const opens = next?.kind === "mark" && (next.text === "(" || next.text === "[");
  const isExpectation =
    stem.name === "bb E" || (opens && stem.name === "cal E") || (stem.name === "E" && next?.text === "[");
  const isKnown = parser.vocabulary.functions.has(stem.name) || parser.vocabulary.words.has(stem.name);
  if (parser.alphabet === null && !isKnown && (isExpectation || (stem.name.length > 1 && isUnsupportedWord(stem.name))))
    parser.refuse("unsupported", stem.name === "bb E" ? "\\mathbb{E}" : stem.name, parser.spanFrom(start));
  if (
    parser.vocabulary.ordinary.has(stem.name) ||
    (stem.name !== "d" && stem.name !== "Delta") ||
    stem.indices.length > 0 ||
    parser.alphabet !== null
  )
    return;
  // A differential outside a fraction: dx alone has no value here, and reading it as d·x would be a guess.
  if (next !== undefined && (next.kind === "letter" || (next.kind === "command" && startsSymbol(next))))
    parser.refuse(
      "ambiguous",
      `${stem.name}${next.kind === "command" ? "\\" : ""}${next.text}`,
      parser.spanFrom(start),
    );
}

function constantNamed(parser: Parser, name: string, start: number): Expression | null {
  if (parser.alphabet !== null || (name !== "e" && name !== "pi")) return null;
  return { kind: "constant", name, span: parser.spanFrom(start) };
}

/** e^{x}, π^2: scripts on something that is only ever raised to a power. */
function raise(parser: Parser, base: Expression, scripts: Scripts, start: number): Expression {
  if (scripts.sup === null) return attach(parser, base, start);
  const exponent = exponentIn(parser, scripts.sup);
  return attach(parser, { kind: "power", base, exponent, span: parser.spanFrom(start) }, start);
}

/** f(…), f'(…), L(y, \hat y) and names that the document uses as functions. */
function isCalled(parser: Parser, name: string, plainName: string, scripts: Scripts, isWord: boolean): boolean {
  const { functions, ordinary, words } = parser.vocabulary;
  if (!parser.sees("mark", "(")) return false;
  if (scripts.primes > 0 || holdsList(parser)) return true;
  const isKnown = functions.has(name) || functions.has(plainName);
  if (!isKnown && (words.has(name) || ordinary.has(name))) return false;
  if (isKnown || /^(?:(?:hat|tilde|bar|bold) )?[fgh]$/u.test(plainName))
    return !isPower(parser, scripts) && !appliesToItself(parser, plainName);
  return isWord && plainName.length > 2 && isNameText(plainName) && !appliesToItself(parser, plainName);
}

/** A list in parentheses is no factor: L(y, \hat y) can only be a call. */
function holdsList(parser: Parser): boolean {
  return positionsIn(parser, { start: parser.at + 1, end: parser.partner() }, isSeparator).length > 0;
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

function holdsRelation(parser: Parser, scripts: Scripts): boolean {
  return scripts.sub !== null && positionsIn(parser, scripts.sub, (token) => relationOf(token) !== null).length > 0;
}

/** Scripts after a bracket, call or fraction, and values put in: (…)^2, σ(x)', s(x)_i, f|_{x=2}. */
function attach(parser: Parser, operand: Expression, start: number): Expression {
  const token = parser.peek();
  if (token?.kind === "sub" || token?.kind === "sup" || token?.kind === "prime")
    return attachTo(parser, operand, takeScripts(parser), start);
  if (parser.bars === 0 && seesEvaluation(parser)) {
    parser.at++;
    const scripts = takeScripts(parser);
    if (scripts.sub === null) parser.refuse("unsupported", "|", parser.spanFrom(start));
    return attachTo(parser, operand, scripts, start);
  }
  return operand;
}

function seesEvaluation(parser: Parser): boolean {
  const bar = parser.peek();
  return (
    (bar?.kind === "mark" || bar?.kind === "command") &&
    (bar.text === "|" || bar.text === "right|") &&
    parser.peek(1)?.kind === "sub"
  );
}

function attachTo(parser: Parser, operand: Expression, scripts: Scripts, start: number): Expression {
  let result = operand;
  const span = parser.spanFrom(start);
  if (scripts.sub !== null) result = withSubscript(parser, operand, scripts, span);
  if (scripts.primes > 0) result = { kind: "prime", operand: result, order: scripts.primes, span };
  if (scripts.sup !== null) {
    if (isTranspose(parser, scripts.sup) && result.kind !== "number")
      result = { kind: "transpose", operand: result, span };
    else if (isBareLogarithm(parser, operand, start) && !isNumber(parser, scripts))
      parser.refuse("ambiguous", "\\log(…)^{…}", span);
    else result = { kind: "power", base: result, exponent: exponentIn(parser, scripts.sup), span };
  }
  return attach(parser, result, start);
}

/** \log(p)^{y} may mean either power; (\log(p))^y does not. */
function isBareLogarithm(parser: Parser, operand: Expression, start: number): boolean {
  const first = parser.tokens[start]?.kind;
  return operand.kind === "call" && operand.name.startsWith("log") && first !== "mark" && first !== "open";
}

function isNumber(parser: Parser, { sup }: Scripts): boolean {
  return (
    sup !== null &&
    parser.tokens.slice(sup.start, sup.end).every((token) => token.kind === "digits" || token.text === "-")
  );
}

function withSubscript(parser: Parser, operand: Expression, scripts: Scripts, span: Variable["span"]): Expression {
  const { sub } = scripts;
  if (sub === null) return operand;
  if (holdsRelation(parser, scripts)) {
    const condition = parser.within(sub, parser.grammar.condition);
    const [target, value, more] = condition.sides;
    if (
      condition.relations[0] !== "=" ||
      condition.and !== null ||
      more !== undefined ||
      target === undefined ||
      value === undefined
    )
      parser.refuse("unsupported", "|", span);
    return { kind: "evaluated", operand, variable: target, value, span };
  }
  const { words, indices } = parseSubscript(parser, sub);
  if (words.length === 0 && operand.kind === "call" && functionOfWord(operand.name) !== "log")
    return { ...operand, indices: [...operand.indices, ...indices], span };
  if (operand.kind === "variable")
    return variable(nameWith(operand.name, words, ""), [...operand.indices, ...indices], span);
  if (operand.kind === "norm" && words.length === 0 && indices.length === 1) {
    const order = indices[0];
    if (order?.kind === "number" && (order.text === "1" || order.text === "2"))
      return { ...operand, order: order.text === "1" ? 1 : 2, span };
    if (order?.kind === "constant" && order.name === "infinity") return { ...operand, order: "infinity", span };
    if (order?.kind === "variable" && order.name === "F") return { ...operand, span };
  }
  parser.refuse("unsupported", "(…)_", span);
}
