import type { Expression, Variable } from "../formula/Expression";

/**
 * The same TeX with every symbol wrapped as `{\htmlClass{classes}{…}}`, so that its elements can be coloured and lit
 * up wherever they stand. KaTeX then needs `trust` for `\htmlClass` and `strict: "ignore"`.
 *
 * Each wrapping has braces of its own because a symbol may be the unbraced argument of a command (`\frac xy`, `e^z`).
 * A symbol that is followed by a script keeps its own scripts beside that one: in `x_i^2` the nucleus and the index
 * are wrapped apart, else the exponent would stand to the right of the index.
 */
export function markSymbols(
  tex: string,
  expressions: readonly Expression[],
  classesOf: (name: string) => string | null,
): string {
  const symbols = expressions
    .flatMap(symbolsOf)
    .filter((symbol) => isWhole(tex, symbol.span.start, symbol.span.end))
    .sort((first, second) => first.span.start - second.span.start);
  let marked = "";
  let at = 0;
  for (const symbol of symbols) {
    const classes = classesOf(symbol.name);
    if (classes === null || symbol.span.start < at) continue;
    marked += tex.slice(at, symbol.span.start) + wrap(tex, symbol, classes);
    at = symbol.span.end;
  }
  return marked + tex.slice(at);
}

function wrap(tex: string, symbol: Variable, classes: string): string {
  const own = tex.slice(symbol.span.start, symbol.span.end);
  const colour = (part: string) => `\\htmlClass{${classes}}{${part}}`;
  const script = topLevelScript(own);
  const isScripted = /^\s*[\^_']/.test(tex.slice(symbol.span.end));
  if (!isScripted || script === null) return `{${colour(own)}}`;
  const index = own.slice(script + 1).trim();
  const bare = index.startsWith("{") && index.endsWith("}") ? index.slice(1, -1) : index;
  return `{${colour(own.slice(0, script))}}${own[script]}{${colour(bare)}}`;
}

/** Outermost symbols of a tree in any order; the indices of a symbol are part of it. */
function symbolsOf(expression: Expression): readonly Variable[] {
  const found: Variable[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (isSymbol(part)) found.push(part);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(visit);
  };
  visit(expression);
  return found;
}

function isSymbol(part: unknown): part is Variable {
  return typeof part === "object" && part !== null && "kind" in part && part.kind === "variable";
}

/** Offset of the only `_` or `^` outside braces, or null if there is none or more than one. */
function topLevelScript(tex: string): number | null {
  let depth = 0;
  let found: number | null = null;
  for (let at = 0; at < tex.length; at += 1) {
    const character = tex[at];
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (depth === 0 && (character === "_" || character === "^")) {
      if (found !== null) return null;
      found = at;
    }
  }
  return found;
}

/** True where these characters can be put into a group: braces match, no cell ends, no command is cut in two. */
function isWhole(tex: string, start: number, end: number): boolean {
  const own = tex.slice(start, end);
  if (own.trim() === "" || own !== own.trim() || /&|\\\\|\\(left|right|begin|end)(?![A-Za-z])/.test(own)) return false;
  if (/\\[A-Za-z]*$/.test(tex.slice(0, start)) && /^[A-Za-z]/.test(own) && !/\\\\[A-Za-z]*$/.test(tex.slice(0, start)))
    return false;
  if (/\\[A-Za-z]+$/.test(own) && /^[A-Za-z]/.test(tex.slice(end))) return false;
  let depth = 0;
  for (let at = 0; at < own.length; at += 1) {
    if (own[at] === "\\") at += 1;
    else if (own[at] === "{") depth += 1;
    else if (own[at] === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
