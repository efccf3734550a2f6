import { bindSums } from "./bindSums";
import { matchBrackets } from "./brackets";
import type { Condition, Expression } from "./Expression";
import type { Reading } from "./FormulaError";
import { type Macros, noMacros } from "./macros";
import { measure } from "./measure";
import { type Grammar, Parser, Refusal } from "./Parser";
import { parseConditionAt } from "./parseCondition";
import { parseExpression } from "./parseExpression";
import { parseFactor } from "./parseFactor";
import { parseProduct } from "./parseProduct";
import { prepare } from "./prepare";
import type { Token } from "./Token";
import { tokenize } from "./tokenize";
import { emptyVocabulary, type Vocabulary } from "./Vocabulary";

const grammar: Grammar = {
  expression: parseExpression,
  product: parseProduct,
  factor: parseFactor,
  condition: parseConditionAt,
};

const nothing: ReadonlySet<string> = new Set();

/**
 * Reads one side of a chain. Labels, alignment, wide space and a full stop at its ends are no part of it. `outside` has
 * the index letters that are free in the chain's other sides: after a Σ over one of them such a letter means the outer
 * one (Σ_j e^{x_j} − e^{x_j} in ∂s_i/∂x_j).
 */
export function parse(
  tokens: readonly Token[],
  vocabulary: Vocabulary = emptyVocabulary,
  outside: ReadonlySet<string> = nothing,
): Reading<Expression> {
  const read = run(prepare(tokens), vocabulary, parseExpression, outside);
  if (!read.ok) return read;
  const bound = bindSums(read.value, outside);
  if (!bound.ok) return bound;
  const error = measure(bound.value);
  return error === null ? bound : { ok: false, error };
}

/** Reads one side from its TeX; see `parse`. */
export function parseFormula(
  tex: string,
  vocabulary: Vocabulary = emptyVocabulary,
  macros: Macros = noMacros,
  outside: ReadonlySet<string> = nothing,
): Reading<Expression> {
  const tokens = tokenize(tex, macros);
  return tokens.ok ? parse(tokens.value, vocabulary, outside) : tokens;
}

/** Reads i = j, 0 < p < 1, y_i \in \{0,1\}; a set is a call of "set" or "closed interval", see `parseConditionAt`. */
export function parseCondition(
  source: string | readonly Token[],
  vocabulary: Vocabulary = emptyVocabulary,
  macros?: Macros,
): Reading<Condition> {
  if (typeof source !== "string") return run(prepare(source), vocabulary, parseConditionAt);
  const tokens = tokenize(source, macros);
  return tokens.ok ? parseCondition(tokens.value, vocabulary) : tokens;
}

function run<T>(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  read: (parser: Parser) => T,
  outside: ReadonlySet<string> = nothing,
): Reading<T> {
  const [first] = tokens;
  if (first === undefined) return { ok: false, error: { code: "empty", detail: "", span: { start: 0, end: 0 } } };
  const partners = matchBrackets(tokens);
  if (!partners.ok) return partners;
  const parser = new Parser(tokens, partners.value, vocabulary, grammar, outside);
  try {
    return { ok: true, value: parser.within({ start: 0, end: tokens.length }, read) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    throw thrown;
  }
}
