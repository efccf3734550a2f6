const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  eta: "η",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  varphi: "φ",
  Phi: "Φ",
  psi: "ψ",
  zeta: "ζ",
  kappa: "κ",
  nu: "ν",
  xi: "ξ",
  chi: "χ",
  omega: "ω",
  ell: "ℓ",
};

/** A canonical name as a reader would write it: "hat y" is ŷ. */
export function symbolWords(name: string): string {
  return name
    .replace(
      /^(\w+)_((?:\w+=)+)$/,
      (_, sign: string, events: string) => `${sign}(${events.replace(/=(?=\w)/g, " = …, ")} …)`,
    )
    .replace(/^hat (\w+)$/, (_, letter: string) => `${letter}\u0302`)
    .replace(/^bar (\w+)$/, (_, letter: string) => `${letter}\u0304`)
    .replace(/^(bold|cal|vec|tilde) /, "")
    .replace(/[A-Za-z]+/g, (word) => greek[word] ?? word);
}
