import { attach, attachTo, holdsRelation } from "./attachScripts";
import type { Expression } from "./Expression";
import { holdsList, isCalled } from "./isCalled";
import { isUnsupportedWord } from "./letters";
import type { Parser } from "./Parser";
import { takeArgumentList } from "./parseArguments";
import { parseSubscript } from "./parseIndices";
import { probability, seesEvent } from "./parseProbability";
import { exponentIn, readSuperscript, type Scripts, type Superscript, takeScripts } from "./parseScripts";
import { nameWith, type Stem, startsSymbol, variable } from "./parseSymbol";
import type { Span } from "./Span";

/** A name with its scripts; then a call, if it is a function's and an argument list follows. */
export function parseName(parser: Parser, stem: Stem, start: number): Expression {
  refuseUnsupportedName(parser, stem, start);
  const scripts = takeScripts(parser);
  const isBare = stem.indices.length === 0 && scripts.sub === null;
  // π(a | s) is a policy, and so is π(a) in a document of one.
  const isFunction =
    parser.sees("mark", "(") &&
    parser.partner() >= 0 &&
    (holdsList(parser) || parser.vocabulary.functions.has(stem.name));
  const constant = isBare && scripts.primes === 0 && !isFunction ? constantNamed(parser, stem.name, start) : null;
  if (constant !== null) return raise(parser, constant, scripts, start);
  if (holdsRelation(parser, scripts))
    return attachTo(parser, variable(stem.name, stem.indices, parser.spanFrom(start)), scripts, start);
  if (stem.name === "e" && scripts.sub !== null && scripts.sup !== null && scripts.sup.start < scripts.sub.start)
    // e^a_k is typed for e^{a_k} but sets as e_k^a.
    parser.refuse("ambiguous", "e^…_…", parser.spanFrom(start));

  const sub = scripts.sub === null ? { words: [], indices: [] } : parseSubscript(parser, scripts.sub, stem.name);
  const plainName = nameWith(stem.name, sub.words, "");
  const sup = readSuperscript(parser, plainName, scripts.sup);
  const mark = sup.kind === "mark" ? `^${sup.text}` : sup.kind === "index" ? `^${sup.brackets}` : "";
  const name = nameWith(stem.name, sub.words, mark);
  const indices = [...stem.indices, ...sub.indices, ...(sup.kind === "index" ? [sup.index] : [])];
  if (name === "delta" && indices.length === 2 && sup.kind !== "index" && !parser.vocabulary.ordinary.has("delta"))
    return attach(parser, kronecker(indices, parser.spanFrom(start)), start);
  if (isBare && scripts.sup === null && scripts.primes === 0 && seesClosingDigits(parser, start))
    return attach(parser, numbered(parser, name, start), start);

  const isWord = isBare && (parser.tokens[start]?.kind === "text" || /^[A-Z][a-z]{3,}$/u.test(stem.name));
  if (scripts.sup === null && seesEvent(parser, plainName))
    return attach(parser, probability(parser, name, indices, start), start);
  const args = isCalled(parser, name, plainName, scripts, isWord) ? takeArgumentList(parser, name) : null;
  const span = parser.spanFrom(start);
  if (args !== null) {
    const call: Expression = { kind: "call", name, args, primes: scripts.primes, indices, span };
    if (sup.kind === "power" && sup.exponent.kind !== "number") parser.refuse("unsupported", `${name}^{…}(…)`, span);
    return attach(parser, withSuperscript(call, sup), start);
  }
  // W^T_{ij} is an entry of W^T, and of W in other books.
  if (sup.kind === "transpose" && indices.length > 1) parser.refuse("ambiguous", "^T", span);
  const own = sup.kind === "power" || sup.kind === "transpose" ? spanBelow(parser, scripts, start) : span;
  const base: Expression = variable(name, indices, own);
  const primed: Expression =
    scripts.primes > 0 ? { kind: "prime", operand: base, order: scripts.primes, span: own } : base;
  return attach(parser, withSuperscript(primed, sup, span), start);
}

/** The characters of a name before its superscript; with it where a subscript comes after. */
function spanBelow(parser: Parser, { sub, sup }: Scripts, start: number): Span {
  if (sup === null || (sub !== null && sub.start > sup.start)) return parser.spanFrom(start);
  let end = sup.start;
  while (end > start + 1 && parser.tokens[end]?.kind !== "sup") end--;
  return parser.spanOf({ start, end });
}

function withSuperscript(base: Expression, sup: Superscript, span: Span = base.span): Expression {
  if (sup.kind === "power") return { kind: "power", base, exponent: sup.exponent, span };
  const isTransposed = sup.kind === "transpose" || (sup.kind === "index" && sup.isTransposed);
  return isTransposed ? { kind: "transpose", operand: base, span } : base;
}

function kronecker(indices: readonly Expression[], span: Expression["span"]): Expression {
  return { kind: "indicator", condition: { sides: indices, relations: ["="], and: null }, span };
}

/** x1 is typed for x_1: nobody multiplies by a number from the right. */
function seesClosingDigits(parser: Parser, start: number): boolean {
  const digits = parser.peek();
  return (
    digits?.kind === "digits" && !digits.spaced && parser.at === start + 1 && parser.tokens[start]?.kind === "letter"
  );
}

function numbered(parser: Parser, name: string, start: number): Expression {
  const { text, span } = parser.take();
  return variable(name, [{ kind: "number", text, span }], parser.spanFrom(start));
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
  if (parser.alphabet !== null || parser.vocabulary.ordinary.has(name) || (name !== "e" && name !== "pi")) return null;
  return { kind: "constant", name, span: parser.spanFrom(start) };
}

/** e^{x}, π^2: scripts on something that is only ever raised to a power. */
function raise(parser: Parser, base: Expression, scripts: Scripts, start: number): Expression {
  if (scripts.sup === null) return attach(parser, base, start);
  const exponent = exponentIn(parser, scripts.sup);
  return attach(parser, { kind: "power", base, exponent, span: parser.spanFrom(start) }, start);
}
