import type { Expression } from "../formula/Expression";
import { isLetterCommand } from "../formula/letters";
import { type Part, partsOf } from "../formula/Part";
import type { Span } from "../formula/Span";
import { isWholeGroup } from "./wholeGroup";

/** Gives a symbol its classes by its canonical name; null where it has none. */
export type ClassesOf = (name: string) => string | null;

interface Mark {
  readonly span: Span;
  readonly classes: string;
  readonly isSymbol: boolean;
}

/**
 * The same TeX with every symbol wrapped as `{\htmlClass{classes}{…}}`, so that its elements can be coloured and lit
 * up wherever they stand. KaTeX then needs `trust` for `\htmlClass` and `strict: "ignore"`.
 *
 * Each wrapping has braces of its own because a symbol may be the unbraced argument of a command (`\frac xy`, `e^z`).
 * A symbol that is followed by a script keeps its own scripts beside that one: in `x_i^2` the nucleus and the index
 * are wrapped apart, else the exponent would stand to the right of the index.
 */
export function markSymbols(tex: string, expressions: readonly Expression[], classesOf: ClassesOf): string {
  return mark(
    tex,
    expressions.flatMap((expression) => {
      const parts = partsOf(expression);
      return parts.flatMap((part) => symbolMark(tex, parts, part, classesOf));
    }),
  );
}

/**
 * The same for a line, whose symbols and larger parts carry their number in `partsOf` too, as the class `part-3`.
 * A larger part is wrapped without braces: KaTeX looks through `\htmlClass` when it spaces operators, so that nothing
 * moves. Numbers and constants are left to what is around them.
 */
export function markParts(tex: string, expression: Expression, classesOf: ClassesOf): string {
  const parts = partsOf(expression);
  const marks = parts.flatMap((part, number): readonly Mark[] => {
    const { kind, span } = part.expression;
    if (kind === "variable") return symbolMark(tex, parts, part, classesOf, number);
    const isLarger = number > 0 && part.place !== "index" && kind !== "number" && kind !== "constant";
    return isLarger && isSafe(tex, span) ? [{ span, classes: `part-${number}`, isSymbol: false }] : [];
  });
  return mark(tex, marks);
}

/** An index is part of its symbol. */
function symbolMark(
  tex: string,
  parts: readonly Part[],
  { expression, parent, place }: Part,
  classesOf: ClassesOf,
  number: number | null = null,
): readonly Mark[] {
  const classes = expression.kind === "variable" && place !== "index" ? classesOf(expression.name) : null;
  if (classes === null) return [];
  const { span } = expression;
  const around = parent === null ? undefined : parts[parent]?.expression;
  // TeX sets a script beside a letter closer than beside a group: what is more than one letter keeps its script.
  if (
    (around?.kind === "power" || around?.kind === "transpose") &&
    isScripted(tex, span) &&
    !isLetter(tex.slice(span.start, span.end))
  )
    return [{ span: around.span, classes, isSymbol: true }];
  return [{ span, classes: number === null ? classes : `${classes} part-${number}`, isSymbol: true }];
}

function isLetter(tex: string): boolean {
  return /^[A-Za-z]$/.test(tex) || (tex.startsWith("\\") && isLetterCommand(tex.slice(1)));
}

function isScripted(tex: string, { end }: Span): boolean {
  return /^\s*[\^_']/.test(tex.slice(end));
}

/**
 * A script that follows would move to the whole part, one that precedes would take its first character only, and a
 * change of style inside would end with it.
 */
function isSafe(tex: string, { start, end }: Span): boolean {
  return (
    !isScripted(tex, { start, end }) &&
    !/[\^_]\s*$/.test(tex.slice(0, start)) &&
    !/\\(?:display|text|script|scriptscript)style/.test(tex.slice(start, end))
  );
}

/**
 * Puts marks into TeX, those inside a larger one nested; a mark that crosses another or a group is left out, and so are
 * words (\text{j=k} is no symbol j) and dots, which are spaced otherwise in a group.
 */
function mark(tex: string, marks: readonly Mark[]): string {
  const sorted = marks
    .filter(
      ({ span }) => isWholeGroup(tex, span.start, span.end) && !/^\\(?:text|[cl]?dots)\b/.test(tex.slice(span.start)),
    )
    .sort((first, second) => first.span.start - second.span.start || second.span.end - first.span.end);
  let next = 0;
  const write = (start: number, end: number): string => {
    let written = "";
    let at = start;
    for (let one = sorted[next]; one !== undefined && one.span.start < end; one = sorted[next]) {
      next += 1;
      if (one.span.start < at || one.span.end > end) continue;
      written += tex.slice(at, one.span.start);
      at = one.span.end;
      written += one.isSymbol
        ? wrap(tex, one.span, one.classes)
        : `\\htmlClass{${one.classes}}{${write(one.span.start, one.span.end)}}`;
    }
    return written + tex.slice(at, end);
  };
  return write(0, tex.length);
}

function wrap(tex: string, span: Span, classes: string): string {
  const own = tex.slice(span.start, span.end);
  const colour = (part: string) => `\\htmlClass{${classes}}{${part}}`;
  const script = topLevelScript(own);
  if (!isScripted(tex, span) || script === null) return `{${colour(own)}}`;
  const index = own.slice(script + 1).trim();
  const bare = index.startsWith("{") && index.endsWith("}") ? index.slice(1, -1) : index;
  return `{${colour(own.slice(0, script))}}${own[script]}{${colour(bare)}}`;
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
