import type { Expression, Variable } from "./Expression";
import { factorialOf } from "./factorial";
import { functionOfWord } from "./letters";
import type { Parser } from "./Parser";
import { parseSubscript } from "./parseIndices";
import { exponentIn, isTranspose, type Scripts, takeScripts } from "./parseScripts";
import { nameWith, variable } from "./parseSymbol";
import { print } from "./print";
import { relationOf } from "./relations";
import { positionsIn } from "./stretches";

/** True where what is written below is a value to put in: x=2. */
export function holdsRelation(parser: Parser, scripts: Scripts): boolean {
  return scripts.sub !== null && positionsIn(parser, scripts.sub, (token) => relationOf(token) !== null).length > 0;
}

/** Scripts after a bracket, call or fraction, values put in, and factorials: (…)^2, σ(x)', s(x)_i, f|_{x=2}, n!. */
export function attach(parser: Parser, operand: Expression, start: number): Expression {
  const token = parser.peek();
  if (token?.kind === "sub" || token?.kind === "sup" || token?.kind === "prime")
    return attachTo(parser, operand, takeScripts(parser), start);
  // n!! is no factorial of a factorial.
  if (token?.kind === "mark" && token.text === "!" && parser.peek(1)?.text !== "!") {
    parser.at++;
    return attach(parser, factorialOf(operand, print(operand), parser.spanFrom(start)), start);
  }
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

/** The operand with these scripts, and whatever is attached after them. */
export function attachTo(parser: Parser, operand: Expression, scripts: Scripts, start: number): Expression {
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
