import { functionOfWord } from "./letters";
import type { Parser } from "./Parser";
import { wordAt } from "./parseSymbol";

/** A named function that starts here: \log, log, \text{tanh}, \operatorname{softmax}. */
export interface NamedFunction {
  readonly name: string;
  /** Tokens that the name takes. */
  readonly length: number;
}

/** Commands of these names do something else, or nothing. */
const notCommands = /^(?:log2|log10|sqrt|abs|softmax|Softmax|trace|diag|sign|sgn|sigmoid|relu|softplus|Log|Exp|Tanh)$/u;

export function bareWordFunction(parser: Parser): NamedFunction | null {
  const token = parser.peek();
  if (token === undefined) return null;
  if (token.kind === "letter") {
    const word = wordAt(parser);
    if (word === null || !word.isFunction) return null;
    return { name: functionOfWord(word.word) ?? word.word, length: word.length };
  }
  const name = functionOfWord(token.text);
  if (name === null) return null;
  if (token.kind === "command") return notCommands.test(token.text) ? null : { name, length: 1 };
  const { words, functions } = parser.vocabulary;
  return token.kind === "text" && (!words.has(token.text) || functions.has(token.text)) ? { name, length: 1 } : null;
}
