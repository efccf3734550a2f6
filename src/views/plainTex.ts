import { greekLetters } from "../formula/greekLetters";

const characters: Readonly<Record<string, string>> = {
  partial: "∂",
  nabla: "∇",
  sum: "Σ",
  prod: "Π",
  cdot: "·",
  times: "×",
  infty: "∞",
  ne: "≠",
  neq: "≠",
  le: "≤",
  ge: "≥",
  leq: "≤",
  geq: "≥",
  in: "∈",
  ...greekLetters,
  varepsilon: "ε",
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Sigma: "Σ",
  Psi: "Ψ",
  Omega: "Ω",
  log: "log ",
  exp: "exp ",
  ln: "ln ",
  quad: " ",
  qquad: " ",
  left: "",
  right: "",
};

const accents: Readonly<Record<string, string>> = {
  hat: "\u0302",
  bar: "\u0304",
  tilde: "\u0303",
  vec: "\u20d7",
  dot: "\u0307",
};

const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789aehijklmnoprstuvx"].map((letter, at) => [letter, [..."₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"][at] ?? letter]),
);

/** A short formula as plain characters, for names that are read aloud and titles: `\hat{y}_{1} - y` is "ŷ₁ − y". */
export function plainTex(tex: string): string {
  return tex
    .replace(
      /\\(hat|bar|tilde|vec|dot)\s*(?:\{([A-Za-z])\}|([A-Za-z]))/g,
      (_, accent: string, braced?: string, bare?: string) =>
        `${braced ?? bare ?? ""}${accents[accent] ?? ""}`.normalize("NFC"),
    )
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\(?:text|mathrm|mathbf|boldsymbol|operatorname)\s*\{([^{}]*)\}/g, "$1")
    .replace(/\\([A-Za-z]+)\s*/g, (_, command: string) => characters[command] ?? command)
    .replace(/_\{([^{}]*)\}|_(.)/g, (_, braced?: string, bare?: string) => lower(braced ?? bare ?? ""))
    .replace(/[{}\\]/g, "")
    .replace(/-/g, "−")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

function lower(index: string): string {
  const letters = [...index.replace(/[\s,]/g, "")];
  return letters.every((letter) => letter in lowered) ? letters.map((letter) => lowered[letter]).join("") : `_${index}`;
}
