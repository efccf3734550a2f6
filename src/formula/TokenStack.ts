import type { RawToken } from "./lex";

/** Tokens still to be read, the next one last: macro expansion pushes back what it makes. */
export type TokenStack = RawToken[];

/** An argument's tokens without its brackets, and where its last character ends. */
export interface Group {
  readonly tokens: readonly RawToken[];
  readonly end: number;
}

/** A braced group, or one token; null at the end or where a brace is never closed. */
export function readGroup(stack: TokenStack): Group | null {
  const first = stack.pop();
  if (first === undefined || isChar(first, "}")) return null;
  return isChar(first, "{") ? readUntil(stack, "}") : { tokens: [first], end: first.span.end };
}

/** `[…]` if it stands next, else null and nothing is taken. */
export function readOptional(stack: TokenStack): Group | null {
  if (!isChar(stack.at(-1), "[")) return null;
  stack.pop();
  return readUntil(stack, "]");
}

export function isChar(token: RawToken | undefined, text: string): boolean {
  return token?.kind === "char" && token.text === text;
}

function readUntil(stack: TokenStack, close: string): Group | null {
  const inside: RawToken[] = [];
  let depth = 0;
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    if (depth === 0 && isChar(token, close)) return { tokens: inside, end: token.span.end };
    if (isChar(token, "{")) depth++;
    else if (isChar(token, "}")) depth--;
    inside.push(token);
  }
  return null;
}
