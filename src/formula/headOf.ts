import type { Expression } from "./Expression";
import { parse } from "./parse";
import { prepare } from "./prepare";
import type { Token } from "./Token";
import { emptyVocabulary, type Vocabulary } from "./Vocabulary";
import { isWordRun, letterRun } from "./words";

/** What the first side of a definition defines: S_{i,j}, RSS, \sigma(x), s(\mathbf x)_i. */
export interface Head {
  readonly name: string;
  readonly indices: readonly Expression[];
  /** Empty where it is no function's head. */
  readonly parameters: readonly Expression[];
  /** The run of letters that is one name, to be added to `Vocabulary.words`; null for other names. */
  readonly word: string | null;
}

/** Functions of this language that a document may define itself. */
const definable: ReadonlySet<string> = new Set([
  "sigmoid",
  "softmax",
  "softplus",
  "relu",
  "tanh",
  "sign",
  "abs",
  "erf",
]);

class EveryName extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/**
 * Reads a side as a definition's head before anything is known of the document: any name before a list of symbols in
 * parentheses is a function's. Null where the side is something else. `known` may say which superscripts are indices.
 */
export function headOf(tokens: readonly Token[], known: Vocabulary = emptyVocabulary): Head | null {
  const run = letterRun(prepare(tokens), 0);
  const isWord = run !== null && run.end !== "letters" && isWordRun(run.letters);
  const word = isWord && run !== null ? run.letters : null;
  const words = word === null ? known.words : new Set([...known.words, word]);
  const everyName = new EveryName();
  const read = parse(tokens, { functions: everyName, words, superscripts: known.superscripts, ordinary: everyName });
  if (!read.ok) return null;
  const { value } = read;
  if (value.kind === "variable") return { name: value.name, indices: value.indices, parameters: [], word };
  if (value.kind !== "call" || value.primes > 0 || !value.args.every((argument) => argument.kind === "variable"))
    return null;
  if (
    tokens[0]?.kind === "command" &&
    ["log", "ln", "exp", "sin", "cos", "tan", "max", "min", "sqrt", "left|", "|", "abs"].includes(tokens[0].text)
  )
    return null;
  if (
    /^(?:log|log2|log10|exp|sin|cos|tan|sinh|cosh|max|min|sqrt|trace|diag|abs)$/u.test(value.name) &&
    !definable.has(value.name)
  )
    return null;
  return { name: value.name, indices: value.indices, parameters: value.args, word };
}
