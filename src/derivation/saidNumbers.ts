const name = "(?:\\$|\\\\\\()\\s*\\\\(sigma|phi|varphi|psi|Phi|Psi|ell)\\s*(?:\\$|\\\\\\))";
const number =
  "(?:scalar|parameter|hyper-?parameter|standard deviation|constant|scale|variance|(?:band)?width|noise(?: level)?|number|length)";
const after = new RegExp(
  `${name}\\s*,?\\s*(?:is|are|be|denotes?|being|as|the|a)\\b[^.$\\n]{0,40}\\b${number}\\b`,
  "gi",
);
const before = new RegExp(`\\b${number}\\s+${name}`, "gi");

/** Letters of usual functions that the text says are numbers: "where $\sigma$ is a scalar parameter". */
export function saidNumbers(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(after), ...source.matchAll(before)].flatMap(([, letter]) => letter ?? []));
}
