import type { FormulaError } from "./FormulaError";
import { lex, type RawToken } from "./lex";
import { readGroup, readOptional, type TokenStack } from "./TokenStack";

/** What a control sequence stands for; `#` and a digit in the body stand for an argument. */
export interface Macro {
  readonly parameters: number;
  /** Value of the first argument where it is left out, as \newcommand{\x}[2][default] allows. */
  readonly fallback: readonly RawToken[] | null;
  readonly body: readonly RawToken[];
}

export type Macros = ReadonlyMap<string, Macro>;

export const noMacros: Macros = new Map();

const definers = new Set([
  "newcommand",
  "renewcommand",
  "providecommand",
  "DeclareRobustCommand",
  "def",
  "gdef",
  "edef",
  "xdef",
  "let",
  "DeclareMathOperator",
]);

export function isDefiner(token: RawToken): boolean {
  return token.kind === "control" && definers.has(token.text);
}

/**
 * All macros that a piece of TeX defines, added to those known. A malformed definition is reported and skipped.
 * \edef and \xdef are read as \def: expansion at definition time is not modelled.
 */
export function collectMacros(
  tex: string,
  known: Macros = noMacros,
): { readonly macros: Macros; readonly errors: readonly FormulaError[] } {
  const macros = new Map(known);
  const errors: FormulaError[] = [];
  const stack: TokenStack = lex(tex).toReversed();
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    if (!isDefiner(token)) continue;
    const defined = readDefinition(token, stack);
    if ("code" in defined) errors.push(defined);
    else defineMacro(macros, token.text, defined);
  }
  return { macros, errors };
}

export interface NamedMacro {
  readonly name: string;
  readonly macro: Macro;
}

/** \providecommand yields to what is there already. */
export function defineMacro(macros: Map<string, Macro>, definer: string, { name, macro }: NamedMacro): void {
  if (definer !== "providecommand" || !macros.has(name)) macros.set(name, macro);
}

/** Reads what follows \newcommand, \def, \let or \DeclareMathOperator off the stack. */
export function readDefinition(definer: RawToken, stack: TokenStack): NamedMacro | FormulaError {
  const malformed: FormulaError = { code: "macro-definition", detail: definer.text, span: definer.span };
  if (stack.at(-1)?.text === "*") stack.pop();
  const name = readName(stack);
  if (name === null) return malformed;
  switch (definer.text) {
    case "let": {
      if (stack.at(-1)?.text === "=") stack.pop();
      const target = stack.pop();
      return target === undefined ? malformed : { name, macro: { parameters: 0, fallback: null, body: [target] } };
    }
    case "DeclareMathOperator": {
      const body = readGroup(stack);
      if (body === null) return malformed;
      const brace = (text: string): RawToken => ({ ...definer, kind: "char", text });
      const operator: RawToken = { ...definer, text: "operatorname" };
      return {
        name,
        macro: { parameters: 0, fallback: null, body: [operator, brace("{"), ...body.tokens, brace("}")] },
      };
    }
    case "def":
    case "gdef":
    case "edef":
    case "xdef": {
      const parameters = readDefParameters(stack);
      const body = parameters === null ? null : readGroup(stack);
      return parameters === null || body === null
        ? malformed
        : { name, macro: { parameters, fallback: null, body: body.tokens } };
    }
    default: {
      const count = readOptional(stack);
      const fallback = count === null ? null : readOptional(stack);
      const parameters = count === null ? 0 : Number(count.tokens.map((token) => token.text).join(""));
      const body = readGroup(stack);
      if (body === null || !Number.isInteger(parameters) || parameters < 0 || parameters > 9) return malformed;
      return { name, macro: { parameters, fallback: fallback?.tokens ?? null, body: body.tokens } };
    }
  }
}

function readName(stack: TokenStack): string | null {
  const token = stack.at(-1);
  if (token === undefined) return null;
  if (token.kind === "control") {
    stack.pop();
    return token.text;
  }
  if (token.text !== "{") return null;
  const group = readGroup(stack);
  const only = group?.tokens[0];
  return group?.tokens.length === 1 && only?.kind === "control" ? only.text : null;
}

/** `#1#2` before the body. Text between parameters (delimited parameters) is not supported. */
function readDefParameters(stack: TokenStack): number | null {
  let count = 0;
  while (stack.at(-1)?.text === "#" && stack.at(-1)?.kind === "char") {
    stack.pop();
    count++;
    if (stack.pop()?.text !== String(count)) return null;
  }
  return stack.at(-1)?.text === "{" ? count : null;
}
