/** Commands that are a letter; the canonical name is the command's own. */
const letterCommands: ReadonlySet<string> = new Set(
  [
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon",
    "phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varepsilon vartheta",
    "varpi varrho varsigma varphi varkappa ell hbar imath jmath aleph Re Im wp",
  ]
    .join(" ")
    .split(" "),
);

export function isLetterCommand(name: string): boolean {
  return letterCommands.has(name);
}

/** Greek letters are never running indices: \theta in h_\theta says which h. */
export function isGreek(name: string): boolean {
  return letterCommands.has(name) && name !== "ell" && name !== "imath" && name !== "jmath";
}

/** Subscripts typed without \text that are words although their letters could be indices. */
const subscriptWords: ReadonlySet<string> = new Set(
  "min lin init sim mlp lstm nll print sp ml lr mil tr nn pt rms ls kl rnn cnn".split(" "),
);

/**
 * Whether letters side by side in a subscript are several indices (ij, nk, ic) or one word (max, pred, xh, KL).
 * Indices are drawn from the letters people count with, and there are rarely more than three.
 */
export function areIndices(letters: string): boolean {
  if (letters.length === 1) return true;
  if (subscriptWords.has(letters) || /^[A-Z]+$/u.test(letters)) return false;
  return letters.length === 2
    ? /^[a-dijklmnpqrstuvIJKN]+$/u.test(letters)
    : letters.length <= 4 && /^[ijklmnpqrst]+$/u.test(letters);
}

/** A word that \text, \mathrm or bare letters spell, under the name its function has here. */
const functionWords: ReadonlyMap<string, string> = new Map([
  ["log", "log"],
  ["ln", "log"],
  ["lg", "log10"],
  ["exp", "exp"],
  ["sqrt", "sqrt"],
  ["sin", "sin"],
  ["cos", "cos"],
  ["tan", "tan"],
  ["sinh", "sinh"],
  ["cosh", "cosh"],
  ["tanh", "tanh"],
  ["abs", "abs"],
  ["sign", "sign"],
  ["sgn", "sign"],
  ["max", "max"],
  ["min", "min"],
  ["sigmoid", "sigmoid"],
  ["softplus", "softplus"],
  ["relu", "relu"],
  ["ReLU", "relu"],
  ["Relu", "relu"],
  ["RELU", "relu"],
  ["erf", "erf"],
  ["sec", "sec"],
  ["csc", "csc"],
  ["cot", "cot"],
  ["sech", "sech"],
  ["csch", "csch"],
  ["coth", "coth"],
  ["tr", "trace"],
  ["Tr", "trace"],
  ["trace", "trace"],
  ["diag", "diag"],
  ["softmax", "softmax"],
  ["Softmax", "softmax"],
  ["Sigmoid", "sigmoid"],
  ["Tanh", "tanh"],
  ["Log", "log"],
  ["Exp", "exp"],
  ["log2", "log2"],
  ["log10", "log10"],
]);

export function functionOfWord(word: string): string | null {
  return functionWords.get(word) ?? null;
}

/** Functions known by their letters alone, without backslash or \text: no product of variables is written so. */
const bareFunctions = [
  "softmax",
  "sigmoid",
  "softplus",
  "relu",
  "ReLU",
  "sinh",
  "cosh",
  "tanh",
  "log",
  "exp",
  "max",
  "min",
  "sin",
  "cos",
  "tan",
  "sqrt",
  "sgn",
  "ln",
];

export function bareFunctionAt(letters: string): string | null {
  return bareFunctions.find((word) => letters.startsWith(word)) ?? null;
}

/** What is known to be mathematics and out of reach; a reader is told so by name. */
const unsupportedWords: ReadonlySet<string> = new Set(
  ["argmax argmin Var Cov KL Pr lim sup inf det arctan arcsin arccos gcd mod rank var cov Cor corr E", "span dim ker"]
    .join(" ")
    .split(" "),
);

export function isUnsupportedWord(word: string): boolean {
  return unsupportedWords.has(word);
}

/** Words that join formulas; never a name. */
const connectives: ReadonlySet<string> = new Set(
  [
    "if for and or where when with otherwise then so since as by is else thus hence because let but all",
    "any each not from we s.t.",
  ]
    .join(" ")
    .split(" "),
);

/** A name that may be set in \text: one word, not one that joins formulas. */
export function isNameText(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}._-]*$/u.test(text) && !connectives.has(text) && !text.endsWith(".");
}

/** Names that people spell with bare letters where they count, as in out_{o1} and net_h. */
const spelledNames: ReadonlySet<string> = new Set(
  "out net err loss cost pred target true input output error hidden total score bias grad prob logit logits label mean sum".split(
    " ",
  ),
);

export function isSpelledName(letters: string): boolean {
  return spelledNames.has(letters) || /^(?:[A-Z][a-z]{3,}|Var|Cov)$/u.test(letters);
}
