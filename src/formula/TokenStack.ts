import type { RawToken } from "./lex";

/** Tokens still to be read, the next one last: macro expansion pushes back what it makes. */
export type TokenStack = RawToken[];

/** A braced group's tokens without its braces, or one token; null at the end or where a brace is never closed. */
export function readGroup(stack: TokenStack): readonly RawToken[] | null {
  const first = stack.pop();
  if (first === undefined) return null;
  return isChar(first, "{") ? readUntil(stack, "}") : isChar(first, "}") ? null : [first];
}

/** `[…]` if it stands next, else null and nothing is taken. */
export function readOptional(stack: TokenStack): readonly RawToken[] | null {
  if (!isChar(stack.at(-1), "[")) return null;
  stack.pop();
  return readUntil(stack, "]");
}

export function isChar(token: RawToken | undefined, text: string): boolean {
  return token?.kind === "char" && token.text === text;
}

function readUntil(stack: TokenStack, close: string): readonly RawToken[] | null {
  const inside: RawToken[] = [];
  let depth = 0;
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    if (depth === 0 && isChar(token, close)) return inside;
    if (isChar(token, "{")) depth++;
    else if (isChar(token, "}")) depth--;
    inside.push(token);
  }
  return null;
}
