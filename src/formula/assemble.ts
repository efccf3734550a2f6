import { assembleCharacter } from "./assembleCharacter";
import { assembleControl } from "./assembleControl";
import type { Reading } from "./FormulaError";
import type { RawToken } from "./lex";
import { Supply } from "./Supply";
import type { Token } from "./Token";
import { TokenSink } from "./TokenSink";

/**
 * Joins TeX's characters into the tokens a formula is read from: numbers, words in \text, delimiters with their
 * \left and size, one name for commands that mean the same. Commands that only move ink disappear.
 */
export function assemble(raw: readonly RawToken[]): Reading<readonly Token[]> {
  const supply = new Supply(raw);
  const sink = new TokenSink();
  for (let token = supply.next(); token !== undefined && sink.failure === null; token = supply.next()) {
    sink.spaced ||= token.spaced;
    if (token.kind === "char") assembleCharacter(token, supply, sink);
    else assembleControl(token, supply, sink);
  }
  return sink.failure === null ? { ok: true, value: sink.output } : { ok: false, error: sink.failure };
}
