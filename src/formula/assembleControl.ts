import {
  canonicalCommand,
  ignoredArguments,
  packagedLetter,
  romanCommands,
  sizes,
  spacing,
  switches,
  textCommands,
  wideSpacing,
} from "./commands";
import type { RawToken } from "./lex";
import { cover } from "./Span";
import type { Supply } from "./Supply";
import type { TokenSink } from "./TokenSink";

/** One control sequence, with those of its arguments that are words and not mathematics. */
export function assembleControl(token: RawToken, supply: Supply, sink: TokenSink): void {
  const { text: name, span } = token;
  const style = switches.get(name);
  const packaged = packagedLetter(name);
  if (spacing.has(name) || /^\s$/u.test(name)) sink.spaced = true;
  else if (style !== undefined) sink.setStyle(style);
  else if (sizes.has(name)) sized(token, supply, sink);
  else if (name === "left" || name === "right" || name === "middle") {
    const next = supply.next();
    sink.delimiter(next, name === "middle" ? "none" : name, cover(span, next?.span ?? span));
  } else if (wideSpacing.has(name)) wide(token, supply, sink);
  else if (textCommands.has(name) || name === "tag") words(token, supply, sink);
  else if (romanCommands.has(name)) roman(token, supply, sink);
  else if (name === "begin" || name === "end") environment(token, supply, sink);
  else if (ignoredArguments.has(name)) ignored(token, supply, sink);
  else if (canonicalCommand(name) === "\\") row(token, supply, sink);
  else if (name === "not") negated(token, supply, sink);
  else if (name === "_" || name === "^") sink.emit(name === "_" ? "sub" : "sup", name, span);
  else if (name === "") sink.emit("mark", "\\", span);
  else if (packaged !== null) {
    sink.emit("command", packaged[0], span);
    sink.emit("letter", packaged[1], span);
  } else sink.command(name, span);
}

const delimiters: ReadonlySet<string> = new Set(
  ["{ } | vert Vert lvert rvert lVert rVert lbrace rbrace lbrack rbrack langle rangle lfloor rfloor", "lceil rceil"]
    .join(" ")
    .split(" "),
);

/** \Bigl( … : the size belongs to the bracket; before anything else it says nothing. */
function sized(token: RawToken, supply: Supply, sink: TokenSink): void {
  const next = supply.peek();
  sink.start ??= token.span.start;
  if (next === undefined || !(next.kind === "control" ? delimiters.has(next.text) : "()[]|/.<>".includes(next.text)))
    return;
  supply.skip(1);
  const isBar = next.text === "|" || next.text === "vert" || next.text === "Vert";
  const side = !isBar ? "none" : token.text.endsWith("l") ? "left" : token.text.endsWith("r") ? "right" : "none";
  sink.delimiter(next, side, next.span);
}

function wide(token: RawToken, supply: Supply, sink: TokenSink): void {
  let end = token.span;
  if (token.text.endsWith("space")) {
    supply.skipStar();
    const argument = supply.argument();
    if (argument === null) {
      sink.fail("missing-argument", token);
      return;
    }
    end = argument.span;
  } else if (/(?:skip|kern)$/u.test(token.text)) end = supply.skipLength() ?? end;
  sink.emit("command", "quad", cover(token.span, end));
  sink.spaced = true;
}

function words(token: RawToken, supply: Supply, sink: TokenSink): void {
  supply.skipStar();
  const argument = supply.argument();
  if (argument === null) {
    sink.fail("unclosed", token);
    return;
  }
  if (token.text === "tag") sink.emit("command", "tag", token.span);
  sink.emit(
    "text",
    plainText(argument.tokens),
    token.text === "tag" ? argument.span : cover(token.span, argument.span),
  );
}

/** \mathrm{Loss} and \operatorname{arg\,max} are words; \mathrm{d}x + 1 in it is mathematics. */
function roman(token: RawToken, supply: Supply, sink: TokenSink): void {
  supply.skipStar();
  const ahead = supply.position;
  const argument = supply.argument();
  if (argument === null) {
    sink.fail("unclosed", token);
    return;
  }
  const isWord = argument.tokens.every((part) => part.kind === "char" || spacing.has(part.text));
  const text = plainText(argument.tokens.filter((part) => part.kind === "char"));
  if (isWord && /^[A-Za-z][A-Za-z0-9.\- ]*$/u.test(text) && !/ [A-Za-z](?: |$)/u.test(text)) {
    const word = token.text.startsWith("operatorname") ? text.replaceAll(" ", "") : text;
    sink.emit("text", word, cover(token.span, argument.span));
  } else supply.position = ahead;
}

/** \begin{x} keeps its name; [t] and the columns of an array go. */
function environment(token: RawToken, supply: Supply, sink: TokenSink): void {
  const argument = supply.argument();
  if (argument === null) {
    sink.fail("unclosed", token);
    return;
  }
  const name = plainText(argument.tokens).replaceAll(/[\s*\\]/gu, "");
  let end = argument.span;
  if (token.text === "begin") {
    if (/^(?:array|tabular|aligned|alignedat|gathered|split)$/u.test(name)) end = supply.skipOptional() ?? end;
    if (/^(?:array|tabular|alignat|alignedat)$/u.test(name)) end = supply.argument()?.span ?? end;
  }
  sink.emit("command", token.text, token.span);
  sink.emit("text", name, cover(argument.span, end));
}

function ignored(token: RawToken, supply: Supply, sink: TokenSink): void {
  supply.skipStar();
  supply.skipOptional();
  for (let count = ignoredArguments.get(token.text) ?? 0; count > 0; count--)
    if (supply.argument() === null) {
      sink.fail("unclosed", token);
      return;
    }
  sink.spaced = true;
}

function row(token: RawToken, supply: Supply, sink: TokenSink): void {
  if (token.text === "\\") supply.skipStar();
  const length = supply.skipBracketedLength();
  sink.emit("row", "\\", length === null ? token.span : cover(token.span, length));
}

const opposites: ReadonlyMap<string, string> = new Map([
  ["=", "ne"],
  ["in", "notin"],
  ["∈", "notin"],
]);

function negated(token: RawToken, supply: Supply, sink: TokenSink): void {
  const next = supply.next();
  const name = next === undefined ? "" : next.kind === "control" ? canonicalCommand(next.text) : next.text;
  sink.emit("command", opposites.get(name) ?? `not${name}`, cover(token.span, next?.span ?? token.span));
}

/** The words of a \text: dollars, braces and the commands for spaces do not show. */
function plainText(tokens: readonly RawToken[]): string {
  let text = "";
  for (const token of tokens) text += (token.spaced ? " " : "") + textOf(token);
  return text.replaceAll(/[${}]/gu, "").replaceAll(/\s+/gu, " ").trim();
}

function textOf({ kind, text }: RawToken): string {
  if (kind === "char") return text === "~" ? " " : text;
  if (spacing.has(text) || wideSpacing.has(text)) return " ";
  return /^[A-Za-z]/u.test(text) ? `\\${text} ` : text;
}
