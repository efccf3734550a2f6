import { headOf } from "../formula/headOf";
import { isGreek } from "../formula/letters";
import type { Macros } from "../formula/macros";
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
export function learnVocabulary(
  formulas: readonly Formula[],
  runs: readonly Run[],
  macros: Macros,
  numbers: ReadonlySet<string>,
): Vocabulary {
  const learner = new Learner(numbers);
  for (const formula of formulas) {
    const tokens = tokenize(formula.tex, macros);
    if (tokens.ok) learner.uses(tokens.value);
  }
  for (const { lines } of runs) {
    if (lines.length < 2) continue;
    for (const line of lines.slice(0, -1)) {
      const tokens = tokenize(line.formula.tex, macros);
      if (!tokens.ok || !learner.head(tokens.value)) break;
    }
  }
  return learner.vocabulary();
}

interface SuperscriptUses {
  readonly letters: Set<string>;
  other: boolean;
  /** a^l_j: nobody writes a power before the index. */
  layered: boolean;
}

class Learner {
  private readonly functions = new Set<string>();
  private readonly words = new Set<string>();
  private readonly ordinary = new Set<string>();
  private readonly notFunctions: Set<string>;
  private readonly maybeFunctions = new Set<string>();
  private readonly summed = new Set<string>();
  private readonly superscripts = new Map<string, SuperscriptUses>();

  constructor(numbers: ReadonlySet<string>) {
    this.notFunctions = new Set(numbers);
  }

  vocabulary(): Vocabulary {
    for (const name of this.maybeFunctions) if (!this.notFunctions.has(name)) this.functions.add(name);
    const superscripts = [...this.superscripts].filter(
      ([, { letters, other, layered }]) =>
        !other && letters.size > 0 && (layered || [...letters].every((letter) => this.summed.has(letter))),
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
      if (token.kind === "command" && isGreek(token.text)) this.superscript(tokens, index, token.text);
      const name = plainName(token);
      if (name === null) return;
      if (token.kind === "letter") this.superscript(tokens, index, name);
      const next = tokens[index + 1];
      if (next?.kind === "prime" && opens(tokens[afterPrimes(tokens, index + 1)])) this.functions.add(name);
      if (name === "pi" && isDifferentiated(tokens, index)) this.ordinary.add(name);
      if (name === "pi" && isPolicy(tokens, index)) this.functions.add(name);
      if (!likelyFunctions.has(name)) return;
      if (opens(next) || next?.kind === "prime" || isDifferentiated(tokens, index)) this.maybeFunctions.add(name);
      // A formula of nothing but the name, "where $\sigma$ is …", says nothing of how it is used, and σ' = σ(1-σ) is
      // about the function.
      else if (tokens.length > 1 && !isAboutFunction(tokens, name)) this.notFunctions.add(name);
    });
  }

  /** What the left side of an equation shows: f(x) is a function, RSS a word, e a number of the document's own. */
  head(tokens: readonly Token[]): boolean {
    // log π(a) = … is about π.
    const head = headOf(isCommand(tokens[0], "log", "ln") ? tokens.slice(1) : tokens);
    if (head === null) return false;
    if (head.parameters.length > 0) this.functions.add(head.name);
    if (head.word !== null) this.words.add(head.word);
    // A residual e_i or a weight π_k leaves e and π alone what they are.
    const isEntry = head.indices.length > 0 && (head.name === "e" || head.name === "pi");
    // Gates g_i make g_i(f_i − y) a product.
    if (head.parameters.length === 0 && head.indices.length > 0 && /^[fgh]$/.test(head.name))
      this.ordinary.add(head.name);
    if (head.parameters.length === 0 && constants.has(head.name) && !isEntry) this.ordinary.add(head.name);
    return true;
  }

  private summedLetter(tokens: readonly Token[], index: number): void {
    const sub = tokens[index + 1]?.kind === "sub" ? index + 2 : -1;
    const letter = tokens[tokens[sub]?.kind === "open" ? sub + 1 : sub];
    if (letter?.kind === "letter") this.summed.add(letter.text);
  }

  private superscript(tokens: readonly Token[], index: number, name: string): void {
    const uses = this.superscripts.get(name) ?? { letters: new Set<string>(), other: false, layered: false };
    this.superscripts.set(name, uses);
    const sup = tokens.findIndex((token, at) => at > index && token.kind === "sup");
    if (sup !== index + 1) {
      // A bare letter says nothing about its superscripts; indexed below, it may be either.
      return;
    }
    const braced = tokens[sup + 1]?.kind === "open";
    const letter = tokens[braced ? sup + 2 : sup + 1];
    if (letter?.kind === "letter" && (!braced || tokens[sup + 3]?.kind === "close")) {
      uses.letters.add(letter.text);
      const after = tokens[braced ? sup + 4 : sup + 2];
      if (/^[lL]$/.test(letter.text) && after?.kind === "sub") uses.layered = true;
    } else if (letter?.kind === "digits") uses.other = true;
  }
}

function plainName(token: Token): string | null {
  if (token.kind === "letter") return token.text;
  return token.kind === "command" &&
    /^(?:var)?[A-Za-z]+$/.test(token.text) &&
    (likelyFunctions.has(token.text) || token.text === "pi")
    ? token.text
    : null;
}

function opens(token: Token | undefined): boolean {
  return isMark(token, "(");
}

function afterPrimes(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.kind === "prime") at++;
  return at;
}

/** Whether a formula differentiates a name that stands without an argument: σ', dσ/dz. */
function isAboutFunction(tokens: readonly Token[], name: string): boolean {
  return tokens.some(
    (token, at) =>
      token.text === name &&
      (isDifferentiated(tokens, at) || (tokens[at + 1]?.kind === "prime" && !opens(tokens[at + 2]))),
  );
}

/** π_θ(…) and π(a | s) are no numbers. */
function isPolicy(tokens: readonly Token[], index: number): boolean {
  if (tokens[index + 1]?.kind === "sub") {
    const braced = tokens[index + 2]?.kind === "open";
    const close = braced ? tokens.findIndex((token, at) => at > index && token.kind === "close") : index + 2;
    return close > index && opens(tokens[close + 1]);
  }
  if (!opens(tokens[index + 1])) return false;
  const close = tokens.findIndex((token, at) => at > index && isMark(token, ")"));
  return tokens.slice(index, close).some((token) => isMark(token, "|"));
}

/** `\frac{d\sigma}{dx}`: the name stands after a d or ∂. */
function isDifferentiated(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return isCommand(before, "partial") || (before?.kind === "letter" && before.text === "d");
}
