import type { Macros } from "../formula/macros";
import { parse } from "../formula/parse";
import type { Token } from "../formula/Token";
import { tokenize } from "../formula/tokenize";
import type { Vocabulary } from "../formula/Vocabulary";
import type { Formula } from "./Derivation";
import type { Run } from "./displayRuns";
import { isCommand, isMark } from "./tokenGroups";

/** Names that are functions where nothing but brackets and primes ever follows them. */
const likelyFunctions = new Set(["sigma", "phi", "varphi", "psi", "Phi", "Psi", "ell"]);
const constants = new Set(["e", "d", "pi", "i"]);

/** Learns from all formulas of a document which names are functions, words, indexed by superscript, or ordinary. */
export function learnVocabulary(formulas: readonly Formula[], runs: readonly Run[], macros: Macros): Vocabulary {
  const learner = new Learner();
  for (const formula of formulas) {
    const tokens = tokenize(formula.tex, macros);
    if (tokens.ok) learner.uses(tokens.value);
  }
  for (const { lines } of runs) {
    if (lines.length < 2) continue;
    for (const line of lines.slice(0, -1)) {
      const tokens = tokenize(line.formula.tex, macros);
      if (tokens.ok) learner.head(tokens.value);
    }
  }
  return learner.vocabulary();
}

interface SuperscriptUses {
  readonly letters: Set<string>;
  other: boolean;
}

class Learner {
  private readonly functions = new Set<string>();
  private readonly words = new Set<string>();
  private readonly ordinary = new Set<string>();
  private readonly notFunctions = new Set<string>();
  private readonly maybeFunctions = new Set<string>();
  private readonly summed = new Set<string>();
  private readonly superscripts = new Map<string, SuperscriptUses>();

  vocabulary(): Vocabulary {
    for (const name of this.maybeFunctions) if (!this.notFunctions.has(name)) this.functions.add(name);
    const superscripts = [...this.superscripts].filter(
      ([, { letters, other }]) => !other && letters.size > 0 && [...letters].every((letter) => this.summed.has(letter)),
    );
    return {
      functions: this.functions,
      words: this.words,
      superscripts: new Set(superscripts.map(([name]) => name)),
      ordinary: this.ordinary,
    };
  }

  /** What the tokens of any formula show: primes before brackets, letters that a sum runs over, superscripts. */
  uses(tokens: readonly Token[]): void {
    tokens.forEach((token, index) => {
      if (isCommand(token, "sum", "prod")) this.summedLetter(tokens, index);
      const name = plainName(token);
      if (name === null) return;
      this.superscript(tokens, index, name);
      const next = tokens[index + 1];
      if (next?.kind === "prime" && opens(tokens[afterPrimes(tokens, index + 1)])) this.functions.add(name);
      if (!likelyFunctions.has(name)) return;
      if (opens(next) || next?.kind === "prime" || isDifferentiated(tokens, index)) this.maybeFunctions.add(name);
      else this.notFunctions.add(name);
    });
  }

  /** What the left side of an equation shows: f(x) is a function, RSS a word, e a number of the document's own. */
  head(tokens: readonly Token[]): void {
    const word = this.word(tokens);
    const open = tokens.findIndex((token) => isMark(token, "("));
    const name = open > 0 ? (word ?? symbolName(tokens.slice(0, withoutPrimes(tokens, open)))) : null;
    if (name !== null && isArgumentList(tokens.slice(open))) this.functions.add(name);
    const [first] = tokens;
    if (first === undefined) return;
    const letter = plainName(first);
    if (letter !== null && constants.has(letter) && (tokens.length === 1 || tokens[1]?.kind === "sub")) this.ordinary.add(letter);
  }

  private word(tokens: readonly Token[]): string | null {
    let end = 0;
    while (tokens[end]?.kind === "letter" && (end === 0 || tokens[end]?.spaced === false)) end++;
    const next = tokens[end];
    if (end < 2 || !(next === undefined || next.kind === "sub" || opens(next))) return null;
    const word = tokens.slice(0, end).map(({ text }) => text).join("");
    if (word.length < 3 && !/^(?:[A-Z]+|d.+)$/.test(word)) return null;
    this.words.add(word);
    return word;
  }

  private summedLetter(tokens: readonly Token[], index: number): void {
    const sub = tokens[index + 1]?.kind === "sub" ? index + 2 : -1;
    const letter = tokens[tokens[sub]?.kind === "open" ? sub + 1 : sub];
    if (letter?.kind === "letter") this.summed.add(letter.text);
  }

  private superscript(tokens: readonly Token[], index: number, name: string): void {
    const uses = this.superscripts.get(name) ?? { letters: new Set<string>(), other: false };
    this.superscripts.set(name, uses);
    const sup = tokens.findIndex((token, at) => at > index && token.kind === "sup");
    if (sup !== index + 1) {
      // A bare letter says nothing about its superscripts; indexed below, it may be either.
      return;
    }
    const braced = tokens[sup + 1]?.kind === "open";
    const letter = tokens[braced ? sup + 2 : sup + 1];
    if (letter?.kind === "letter" && (!braced || tokens[sup + 3]?.kind === "close")) uses.letters.add(letter.text);
    else if (letter?.kind === "digits") uses.other = true;
  }
}

function plainName(token: Token): string | null {
  if (token.kind === "letter") return token.text;
  return token.kind === "command" && /^(?:var)?[A-Za-z]+$/.test(token.text) && (likelyFunctions.has(token.text) || token.text === "pi") ? token.text : null;
}

function opens(token: Token | undefined): boolean {
  return isMark(token, "(");
}

function afterPrimes(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.kind === "prime") at++;
  return at;
}

function withoutPrimes(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 0 && tokens[at - 1]?.kind === "prime") at--;
  return at;
}

/** `\frac{d\sigma}{dx}`: the name stands after a d or ∂. */
function isDifferentiated(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return isCommand(before, "partial") || (before?.kind === "letter" && before.text === "d");
}

function symbolName(tokens: readonly Token[]): string | null {
  if (tokens.length === 0) return null;
  const reading = parse(tokens);
  return reading.ok && reading.value.kind === "variable" ? reading.value.name : null;
}

/** "(x)", "(x, y; \theta)" and nothing after, but a component's index: symbols parted by commas. */
function isArgumentList(tokens: readonly Token[]): boolean {
  const close = tokens.findIndex((token) => isMark(token, ")"));
  if (close < 2) return false;
  const after = tokens[close + 1];
  if (after !== undefined && after.kind !== "sub") return false;
  const inside = tokens.slice(1, close);
  let argument: Token[] = [];
  const all: Token[][] = [];
  for (const token of [...inside, null]) {
    if (token === null || isMark(token, ",", ";", "|")) {
      all.push(argument);
      argument = [];
    } else argument.push(token);
  }
  return all.every((tokensOfOne) => symbolName(tokensOfOne) !== null || tokensOfOne.some((token) => isCommand(token, "dots")));
}
