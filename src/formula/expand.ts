import type { FormulaError, Reading } from "./FormulaError";
import type { RawToken } from "./lex";
import { defineMacro, isDefiner, type Macro, type Macros, readDefinition } from "./macros";
import { type Group, isChar, readGroup, readOptional, type TokenStack } from "./TokenStack";

/** Real documents need some two dozen expansions a formula; a macro that loops meets these limits at once. */
const maxExpansions = 2_000;
const maxTokens = 20_000;

/**
 * Replaces every use of a macro by its body. Tokens of a body take the span of the use; an argument's tokens keep
 * their own. Definitions inside the formula take effect and disappear.
 */
export function expand(tokens: readonly RawToken[], macros: Macros): Reading<readonly RawToken[]> {
  const known = new Map(macros);
  const stack: TokenStack = tokens.toReversed();
  const output: RawToken[] = [];
  let expansions = 0;
  let pushed = 0;
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    const macro = token.kind === "control" ? known.get(token.text) : undefined;
    if (isDefiner(token)) {
      const defined = readDefinition(token, stack);
      if ("code" in defined) return { ok: false, error: defined };
      defineMacro(known, token.text, defined);
    } else if (macro === undefined) {
      output.push(token);
    } else {
      if (++expansions > maxExpansions) return refusal("macro-loop", token);
      const body = instantiate(macro, token, stack, maxTokens);
      if (body === null) return refusal("missing-argument", token);
      pushed += body.length;
      if (pushed > 2 * maxTokens) return refusal("macro-loop", token);
      for (let i = body.length - 1; i >= 0; i--) stack.push(body[i] as RawToken);
    }
    if (output.length > maxTokens) return refusal("too-long", token);
  }
  return { ok: true, value: output };
}

function refusal(code: FormulaError["code"], token: RawToken): Reading<never> {
  return { ok: false, error: { code, detail: `\\${token.text}`, span: token.span } };
}

/** The body with arguments in place, cut off at `limit` tokens (the caller's budget then ends the expansion). */
function instantiate(macro: Macro, use: RawToken, stack: TokenStack, limit: number): readonly RawToken[] | null {
  const args: (readonly RawToken[])[] = [];
  let { end } = use.span;
  const take = (group: Group | null): void => {
    if (group === null) return;
    args.push(group.tokens);
    // An argument that came out of another macro's body stands elsewhere.
    if (group.end > end && (group.tokens[0]?.span.start ?? group.end) >= end) end = group.end;
  };
  if (macro.fallback !== null && macro.parameters > 0) {
    take(readOptional(stack));
    if (args.length === 0) args.push(macro.fallback);
  }
  while (args.length < macro.parameters) {
    const argument = readGroup(stack);
    if (argument === null) return null;
    take(argument);
  }
  const span = { start: use.span.start, end };
  const body: RawToken[] = [];
  for (let i = 0; i < macro.body.length && body.length <= 2 * limit; i++) {
    const token = macro.body[i] as RawToken;
    const slot = isChar(token, "#") ? Number(macro.body[i + 1]?.text) : Number.NaN;
    const argument = args[slot - 1];
    if (argument !== undefined) {
      for (const part of argument) body.push(part);
      i++;
    } else body.push({ ...token, span, spaced: i === 0 ? use.spaced : token.spaced });
  }
  return body;
}
