/**
 * TeX for characters that people type or paste instead of commands. A value is a command's name, except one
 * beginning with "=", which is the plain character or characters that follow.
 */
const symbols: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "varepsilon",
  ϵ: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  ϑ: "vartheta",
  ι: "iota",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  µ: "mu",
  ν: "nu",
  ξ: "xi",
  π: "pi",
  ρ: "rho",
  ϱ: "varrho",
  σ: "sigma",
  ς: "varsigma",
  τ: "tau",
  υ: "upsilon",
  φ: "varphi",
  ϕ: "phi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
  Γ: "Gamma",
  Δ: "Delta",
  Θ: "Theta",
  Λ: "Lambda",
  Ξ: "Xi",
  Π: "Pi",
  Σ: "Sigma",
  Υ: "Upsilon",
  Φ: "Phi",
  Ψ: "Psi",
  Ω: "Omega",
  "∂": "partial",
  "∇": "nabla",
  "∑": "sum",
  "∏": "prod",
  "∫": "int",
  "√": "sqrt",
  "∞": "infty",
  ℓ: "ell",
  "·": "cdot",
  "⋅": "cdot",
  "•": "cdot",
  "×": "times",
  "÷": "div",
  "∘": "circ",
  "⊙": "odot",
  "⊗": "otimes",
  "⊕": "oplus",
  "±": "pm",
  "≠": "ne",
  "≤": "le",
  "⩽": "le",
  "≥": "ge",
  "⩾": "ge",
  "≈": "approx",
  "≃": "approx",
  "∝": "propto",
  "≡": "equiv",
  "∈": "in",
  "∉": "notin",
  "→": "to",
  "←": "leftarrow",
  "⇒": "Rightarrow",
  "⟹": "Rightarrow",
  "⇔": "Leftrightarrow",
  "∴": "therefore",
  "∵": "because",
  "…": "dots",
  "⋯": "dots",
  "⋮": "dots",
  "⋱": "dots",
  "⊤": "top",
  "⊺": "top",
  "∗": "=*",
  "−": "=-",
  "–": "=-",
  "‐": "=-",
  "⁄": "=/",
  "∕": "=/",
  "∣": "=|",
  "‖": "|",
  "⟨": "langle",
  "⟩": "rangle",
  "≜": "=:=",
  "≔": "=:=",
  "∧": "wedge",
  "∨": "vee",
  "∀": "forall",
  "∃": "exists",
  "′": "='",
  "’": "='",
  "‘": "='",
  ʹ: "='",
  "´": "='",
  "″": "=''",
  "‴": "='''",
};

const superscripts: Readonly<Record<string, string>> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁻": "-",
  "⁺": "+",
  "⁽": "(",
  "⁾": ")",
  ⁿ: "n",
  ⁱ: "i",
  ᵀ: "T",
  ᵗ: "t",
  ʲ: "j",
  ᵏ: "k",
  ˡ: "l",
  ᵐ: "m",
  ˣ: "x",
  ʸ: "y",
  ᶻ: "z",
};

const subscripts: Readonly<Record<string, string>> = {
  "₀": "0",
  "₁": "1",
  "₂": "2",
  "₃": "3",
  "₄": "4",
  "₅": "5",
  "₆": "6",
  "₇": "7",
  "₈": "8",
  "₉": "9",
  "₋": "-",
  "₊": "+",
  "₍": "(",
  "₎": ")",
  ₐ: "a",
  ₑ: "e",
  ₕ: "h",
  ᵢ: "i",
  ⱼ: "j",
  ₖ: "k",
  ₗ: "l",
  ₘ: "m",
  ₙ: "n",
  ₒ: "o",
  ₚ: "p",
  ᵣ: "r",
  ₛ: "s",
  ₜ: "t",
  ᵤ: "u",
  ᵥ: "v",
  ₓ: "x",
};

const combining: Readonly<Record<string, string>> = {
  "\u0302": "hat",
  "\u0303": "tilde",
  "\u0304": "bar",
  "\u0305": "bar",
  "\u0307": "dot",
  "\u0308": "ddot",
  "\u20d7": "vec",
};

/** What one character means, if it is not plain ASCII. */
export type UnicodeMeaning =
  | { readonly kind: "command"; readonly name: string }
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "script"; readonly script: "sup" | "sub"; readonly text: string }
  | { readonly kind: "accented"; readonly accent: string; readonly letter: string }
  | { readonly kind: "alphabet"; readonly alphabet: string; readonly letter: string };

export function accentOfCombining(character: string): string | null {
  return Object.hasOwn(combining, character) ? (combining[character] ?? null) : null;
}

export function unicodeMeaning(character: string): UnicodeMeaning | null {
  const own = (table: Readonly<Record<string, string>>): string | undefined =>
    Object.hasOwn(table, character) ? table[character] : undefined;
  const symbol = own(symbols);
  if (symbol !== undefined)
    return symbol.startsWith("=") ? { kind: "plain", text: symbol.slice(1) } : { kind: "command", name: symbol };
  const sup = own(superscripts);
  if (sup !== undefined) return { kind: "script", script: "sup", text: sup };
  const sub = own(subscripts);
  if (sub !== undefined) return { kind: "script", script: "sub", text: sub };
  return accentedLetter(character) ?? mathematicalLetter(character);
}

/** ŷ, x̄ and other precomposed letters come apart into a letter and its accent. */
function accentedLetter(character: string): UnicodeMeaning | null {
  const [letter, mark, more] = Array.from(character.normalize("NFD"));
  const accent = mark === undefined || more !== undefined ? null : accentOfCombining(mark);
  return accent !== null && letter !== undefined && /[A-Za-z]/u.test(letter)
    ? { kind: "accented", accent, letter }
    : null;
}

/** Unicode's alphabets for mathematics (𝐱, 𝑥, ℝ, 𝓛) and full-width forms have a compatibility decomposition. */
function mathematicalLetter(character: string): UnicodeMeaning | null {
  const plain = character.normalize("NFKC");
  if (plain === character) return null;
  if (!/^[A-Za-z]$/u.test(plain)) {
    const greek = Object.hasOwn(symbols, plain) ? symbols[plain] : undefined;
    if (greek !== undefined && !greek.startsWith("=")) return { kind: "command", name: greek };
    return /^[\x21-\x7e]+$/u.test(plain) ? { kind: "plain", text: plain } : null;
  }
  const code = character.codePointAt(0) ?? 0;
  const alphabet =
    (code >= 0x1d400 && code <= 0x1d433) || (code >= 0x1d468 && code <= 0x1d49b)
      ? "mathbf"
      : (code >= 0x1d49c && code <= 0x1d503) || "ℒℋℰℱℐℳℛℬ".includes(character)
        ? "mathcal"
        : (code >= 0x1d538 && code <= 0x1d56b) || "ℝℕℤℚℂℙℍ".includes(character)
          ? "mathbb"
          : null;
  return alphabet === null ? { kind: "plain", text: plain } : { kind: "alphabet", alphabet, letter: plain };
}
