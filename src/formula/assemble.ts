import {
  canonicalCommand,
  characterOf,
  ignoredArguments,
  packagedLetter,
  romanCommands,
  sizes,
  spacing,
  switches,
  textCommands,
  wideSpacing,
} from "./commands";
import type { FormulaError, Reading } from "./FormulaError";
import type { RawToken } from "./lex";
import { cover, type Span } from "./Span";
import { Supply } from "./Supply";
import type { Token } from "./Token";
import { accentOfCombining, unicodeMeaning } from "./unicodeSymbols";

/**
 * Joins TeX's characters into the tokens a formula is read from: numbers, words in \text, delimiters with their
 * \left and size, one name for commands that mean the same. Commands that only move ink disappear.
 */
export function assemble(raw: readonly RawToken[]): Reading<readonly Token[]> {
  const output: Token[] = [];
  const supply = new Supply(raw);
  /** What \bf, \rm, \cal … do to letters, by group. */
  const styles: (string | null)[] = [null];
  let spaced = false;
  let start: number | null = null;
  let failure: FormulaError | null = null;

  const emit = (kind: Token["kind"], text: string, span: Span): void => {
    output.push({
      kind,
      text,
      span: start === null ? span : { start: Math.min(start, span.start), end: span.end },
      spaced,
    });
    spaced = false;
    start = null;
  };
  const letter = (text: string, span: Span): void => {
    const style = styles.at(-1) ?? null;
    if (style !== null && style !== "roman" && style !== "plain") emit("command", style, span);
    emit("letter", text, span);
  };
  const command = (name: string, span: Span): void => {
    const plain = characterOf(name);
    const canonical = canonicalCommand(name);
    if (plain !== null) emit("mark", plain, span);
    else if (canonical === "\\") emit("row", canonical, span);
    else if (canonical === "prime") emit("prime", "'", span);
    else {
      if (styles.at(-1) === "mathbf" && greek.test(canonical)) emit("command", "mathbf", span);
      emit("command", canonical, span);
    }
  };
  const delimiter = (token: RawToken | undefined, side: "left" | "right" | "none", span: Span): void => {
    const name =
      token === undefined
        ? "."
        : token.kind === "char"
          ? token.text
          : (characterOf(token.text) ?? canonicalCommand(token.text));
    if (name === ".") {
      if (side !== "none") emit("command", `${side}.`, span);
    } else if (name === "|" && token?.kind === "char" && side !== "none") emit("command", `${side}|`, span);
    else if (name === "|" && (characterOf(token?.text ?? "") ?? "") === "|") emit(...bar(side, "|"), span);
    else if (name === "|" && token?.kind === "control") emit(...bar(side, "|2"), span);
    else if (/^(?:left|right)\|2?$/u.test(name))
      emit(
        ...bar(side === "none" ? (name.startsWith("left") ? "left" : "right") : side, name.endsWith("2") ? "|2" : "|"),
        span,
      );
    else if (token?.kind === "control" && characterOf(token.text) === null) emit("command", name, span);
    else emit("mark", name, span);
  };

  for (let token = supply.next(); token !== undefined && failure === null; token = supply.next()) {
    spaced ||= token.spaced;
    if (token.kind === "char") character(token);
    else control(token);
  }
  return failure === null ? { ok: true, value: output } : { ok: false, error: failure };

  function character(token: RawToken): void {
    const { text, span } = token;
    const next = supply.peek();
    const joined = next !== undefined && next.kind === "char" && !next.spaced ? text + next.text : "";
    if (/^[A-Za-z]$/u.test(text)) {
      const accent = next?.kind === "char" ? accentOfCombining(next.text) : null;
      if (accent !== null) {
        supply.next();
        emit("command", accent, span);
      }
      if (styles.at(-1) === "roman") romanRun(token);
      else letter(text, span);
    } else if (
      /^[0-9]$/u.test(text) ||
      (text === "." && /^\.[0-9]$/u.test(joined) && !endsOperand(output.at(-1), spaced))
    )
      number(token);
    else if (text === "." && supply.startsWith("..")) {
      const last = supply.skip(2);
      emit("command", "dots", cover(span, last));
    } else if (joined === ":=") emit("mark", ":=", cover(span, supply.skip(1)));
    else if (joined === "!=") emit("command", "ne", cover(span, supply.skip(1)));
    else if (joined === "<=") emit("command", "le", cover(span, supply.skip(1)));
    else if (joined === ">=") emit("command", "ge", cover(span, supply.skip(1)));
    else if (joined === "=>") emit("command", "Rightarrow", cover(span, supply.skip(1)));
    else if (joined === "->") emit("command", "to", cover(span, supply.skip(1)));
    else if (joined === "==") emit("mark", "=", cover(span, supply.skip(1)));
    else if (joined === "||") emit("command", "|", cover(span, supply.skip(1)));
    else structural(token);
  }

  function structural({ text, span }: RawToken): void {
    switch (text) {
      case "{":
        styles.push(styles.at(-1) ?? null);
        return emit("open", text, span);
      case "}":
        if (styles.length > 1) styles.pop();
        return emit("close", text, span);
      case "^":
        return emit("sup", text, span);
      case "_":
        return emit("sub", text, span);
      case "'":
        return emit("prime", text, span);
      case "&":
        return emit("align", text, span);
      case "~":
        spaced = true;
        return;
      default:
        return unicode(text, span);
    }
  }

  function unicode(text: string, span: Span): void {
    const meaning = text.length === 1 && text < "\u007f" ? null : unicodeMeaning(text);
    if (meaning === null) return emit("mark", text, span);
    switch (meaning.kind) {
      case "command":
        return command(meaning.name, span);
      case "plain":
        for (const part of meaning.text) {
          if (/[A-Za-z]/u.test(part)) letter(part, span);
          else if (/[0-9]/u.test(part)) emit("digits", part, span);
          else structural({ kind: "char", text: part, span, spaced: false });
        }
        return;
      case "accented":
        emit("command", meaning.accent, span);
        return letter(meaning.letter, span);
      case "alphabet":
        emit("command", meaning.alphabet, span);
        return emit("letter", meaning.letter, span);
      case "script":
        return script(meaning.script, meaning.text, span);
    }
  }

  /** x₁₂ is x_{12}: a run of small characters is one script. */
  function script(kind: "sup" | "sub", first: string, span: Span): void {
    const parts = [first];
    let whole = span;
    for (let next = supply.peek(); next !== undefined; next = supply.peek()) {
      const meaning = next.kind === "char" && !next.spaced ? unicodeMeaning(next.text) : null;
      if (meaning?.kind !== "script" || meaning.script !== kind) break;
      parts.push(meaning.text);
      whole = cover(whole, supply.skip(1));
    }
    emit(kind, kind === "sup" ? "^" : "_", whole);
    emit("open", "{", whole);
    const text = parts.join("");
    for (const part of text.match(/[0-9]+|./gu) ?? [])
      emit(/[0-9]/u.test(part) ? "digits" : /[A-Za-z]/u.test(part) ? "letter" : "mark", part, whole);
    emit("close", "}", whole);
  }

  function number(token: RawToken): void {
    let text = token.text === "." ? "0." : token.text;
    let span = token.span;
    for (let next = supply.peek(); next !== undefined && !next.spaced && next.kind === "char"; next = supply.peek()) {
      if (/^[0-9]$/u.test(next.text)) {
        text += next.text;
        span = cover(span, supply.skip(1));
      } else if (
        next.text === "." &&
        !text.includes(".") &&
        /^[0-9]$/u.test(supply.peek(1)?.text ?? "") &&
        supply.peek(1)?.spaced === false
      ) {
        text += ".";
        supply.skip(1);
      } else if (next.text === "{" && supply.startsWith("{,}") && /^[0-9]$/u.test(supply.peek(3)?.text ?? ""))
        supply.skip(3);
      else break;
    }
    emit("digits", text, span);
  }

  function romanRun(token: RawToken): void {
    let { text, span } = token;
    for (
      let next = supply.peek();
      next?.kind === "char" && /^[A-Za-z]$/u.test(next.text) && !next.spaced;
      next = supply.peek()
    ) {
      text += next.text;
      span = cover(span, supply.skip(1));
    }
    emit("text", text, span);
  }

  function control(token: RawToken): void {
    const { text: name, span } = token;
    const style = switches.get(name);
    if (spacing.has(name) || /^\s$/u.test(name)) spaced = true;
    else if (style !== undefined) {
      styles[styles.length - 1] = style;
      spaced = true;
    } else if (sizes.has(name)) {
      const next = supply.peek();
      start = span.start;
      if (next !== undefined && isDelimiter(next)) {
        supply.next();
        const side = name.endsWith("l") ? "left" : name.endsWith("r") ? "right" : "none";
        const bare = next.text === "." || next.text === "|" || next.text === "vert" || next.text === "Vert";
        delimiter(next, bare && next.text !== "." ? side : "none", cover(span, next.span));
        start = null;
      }
    } else if (name === "left" || name === "right" || name === "middle") {
      const next = supply.next();
      delimiter(next, name === "middle" ? "none" : name, cover(span, next?.span ?? span));
    } else if (wideSpacing.has(name)) wide(token);
    else if (textCommands.has(name)) words(token);
    else if (romanCommands.has(name)) roman(token);
    else if (name === "begin" || name === "end") environment(token);
    else if (name === "tag") tag(token);
    else if (ignoredArguments.has(name)) {
      supply.skipStar();
      supply.skipOptional();
      for (let count = ignoredArguments.get(name) ?? 0; count > 0; count--)
        if (supply.argument() === null) fail("unclosed", token);
      spaced = true;
    } else if (name === "\\" || canonicalCommand(name) === "\\") row(token);
    else if (name === "not") negated(token);
    else if (name === "_" || name === "^") emit(name === "_" ? "sub" : "sup", name, span);
    else if (name === "") emit("mark", "\\", span);
    else if (packagedLetter(name) !== null) {
      const [alphabet, symbol] = packagedLetter(name) ?? ["mathbb", "R"];
      emit("command", alphabet, span);
      emit("letter", symbol, span);
    } else command(name, span);
  }

  function wide(token: RawToken): void {
    let end = token.span;
    if (/space$/u.test(token.text)) {
      supply.skipStar();
      const argument = supply.argument();
      if (argument === null) return fail("missing-argument", token);
      end = argument.span;
    } else if (/skip$|kern$/u.test(token.text)) end = supply.skipLength() ?? end;
    emit("command", "quad", cover(token.span, end));
    spaced = true;
  }

  function words(token: RawToken): void {
    const argument = supply.argument();
    if (argument === null) return fail("unclosed", token);
    emit("text", plainText(argument.tokens), cover(token.span, argument.span));
  }

  function roman(token: RawToken): void {
    supply.skipStar();
    const ahead = supply.position;
    const argument = supply.argument();
    if (argument === null) return fail("unclosed", token);
    const text = plainText(argument.tokens.filter((part) => part.kind === "char" || !spacing.has(part.text)));
    const isWord = /^[A-Za-z][A-Za-z0-9.\- ]*$/u.test(text) && !/ [A-Za-z]( |$)/u.test(text);
    if (isWord && argument.tokens.every((part) => part.kind === "char" || spacing.has(part.text)))
      emit(
        "text",
        token.text.startsWith("operatorname") ? text.replaceAll(" ", "") : text,
        cover(token.span, argument.span),
      );
    else supply.position = ahead;
  }

  function environment(token: RawToken): void {
    const argument = supply.argument();
    if (argument === null) return fail("unclosed", token);
    const name = plainText(argument.tokens).replaceAll(/[\s*\\]/gu, "");
    let end = argument.span;
    if (token.text === "begin") {
      end = supply.skipOptional() ?? end;
      if (/^(?:array|tabular|alignat|alignedat)$/u.test(name)) end = supply.argument()?.span ?? end;
    }
    emit("command", token.text, token.span);
    emit("text", name, cover(argument.span, end));
  }

  function tag(token: RawToken): void {
    supply.skipStar();
    const argument = supply.argument();
    if (argument === null) return fail("unclosed", token);
    emit("command", "tag", token.span);
    emit("text", plainText(argument.tokens), argument.span);
  }

  function row(token: RawToken): void {
    if (token.text === "\\") supply.skipStar();
    const length = supply.skipBracketedLength();
    emit("row", "\\", length === null ? token.span : cover(token.span, length));
  }

  function negated(token: RawToken): void {
    const next = supply.next();
    const name = next === undefined ? "" : next.kind === "control" ? canonicalCommand(next.text) : next.text;
    const opposite =
      new Map([
        ["=", "ne"],
        ["in", "notin"],
        ["∈", "notin"],
        ["ni", "notin"],
      ]).get(name) ?? `not${name}`;
    emit("command", opposite, next === undefined ? token.span : cover(token.span, next.span));
  }

  function fail(code: FormulaError["code"], token: RawToken): void {
    failure ??= { code, detail: `\\${token.text}`, span: token.span };
  }
}

const greek =
  /^(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)$/u;

const delimiterCommands = new Set([
  "{",
  "}",
  "|",
  "vert",
  "Vert",
  "lvert",
  "rvert",
  "lVert",
  "rVert",
  "lbrace",
  "rbrace",
  "lbrack",
  "rbrack",
  "langle",
  "rangle",
  "lfloor",
  "rfloor",
  "lceil",
  "rceil",
]);

function isDelimiter(token: RawToken): boolean {
  return token.kind === "control" ? delimiterCommands.has(token.text) : "()[]|/.<>".includes(token.text);
}

/** A single bar says by its \left or \right which side it is; a free one does not. */
function bar(side: "left" | "right" | "none", text: "|" | "|2"): readonly [Token["kind"], string] {
  if (side === "none") return text === "|" ? ["mark", "|"] : ["command", "|"];
  return ["command", side + text];
}

/** "p_j.5" is a product, "+ .5" a decimal. */
function endsOperand(token: Token | undefined, spaced: boolean): boolean {
  if (token === undefined || spaced) return false;
  return (
    token.kind === "letter" ||
    token.kind === "digits" ||
    token.kind === "close" ||
    (token.kind === "mark" && ")]|".includes(token.text))
  );
}

function plainText(tokens: readonly RawToken[]): string {
  let text = "";
  for (const token of tokens) {
    const part =
      token.kind === "char"
        ? token.text
        : spacing.has(token.text) || wideSpacing.has(token.text)
          ? " "
          : controlText(token.text);
    text += (token.spaced && text !== "" ? " " : "") + (part === "~" ? " " : part);
  }
  return text.replaceAll(/[${}]/gu, "").replaceAll(/\s+/gu, " ").trim();
}

function controlText(name: string): string {
  return /^[A-Za-z]/u.test(name) ? `\\${name} ` : name;
}
