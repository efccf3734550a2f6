import type { FormulaError, Reading } from "./FormulaError";
import type { Token } from "./Token";
import { maxDepth } from "./tokenize";

interface Open {
  readonly at: number;
  readonly closers: readonly string[];
  /** `\{` right before an environment may stay alone: \Biggl\{ \begin{matrix} … */
  readonly mayStayOpen: boolean;
}

const closersOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["open", ["close"]],
  ["mark (", ["mark )"]],
  ["mark [", ["mark ]"]],
  ["command {", ["command }", "command right."]],
  ["command left|", ["command right|"]],
  ["command left|2", ["command right|2"]],
  ["command left.", ["command right|", "command right."]],
  ["command langle", ["command rangle"]],
  ["command lfloor", ["command rfloor"]],
  ["command lceil", ["command rceil"]],
]);

const allClosers: ReadonlySet<string> = new Set([...closersOf.values()].flat());

function shape(token: Token): string {
  return token.kind === "mark" || token.kind === "command" ? `${token.kind} ${token.text}` : token.kind;
}

/**
 * For each token that opens or closes something, the index of its partner; −1 for all others. Free bars `|` are not
 * paired here. Crossing or missing brackets are an error: nobody can know what was meant.
 */
export function matchBrackets(tokens: readonly Token[]): Reading<readonly number[]> {
  const partners: number[] = tokens.map(() => -1);
  const stack: Open[] = [];
  const refuse = (code: FormulaError["code"], at: number): Reading<never> => {
    const { kind, text, span } = tokens[at] as Token;
    const isEnvironment = kind === "command" && (text === "begin" || text === "end");
    const detail = isEnvironment ? `\\${text}{${tokens[at + 1]?.text ?? ""}}` : text;
    return { ok: false, error: { code, detail, span } };
  };
  for (const [at, token] of tokens.entries()) {
    const form = shape(token);
    const closers = openerClosers(tokens, at, form);
    if (closers !== undefined) {
      if (stack.length >= maxDepth) return refuse("too-deep", at);
      stack.push({ at, closers, mayStayOpen: form === "command {" && tokens[at + 1]?.text === "begin" });
    } else if (allClosers.has(form) || form === "command end") {
      const closer = form === "command end" ? `end ${tokens[at + 1]?.text ?? ""}` : form;
      let top = stack.pop();
      while (top?.mayStayOpen === true && !top.closers.includes(closer)) top = stack.pop();
      if (top === undefined) return refuse("unopened", at);
      if (!top.closers.includes(closer))
        return stack.some((open) => open.closers.includes(closer))
          ? refuse("unclosed", top.at)
          : refuse("unopened", at);
      partners[top.at] = at;
      partners[at] = top.at;
    }
  }
  const left = stack.findLast((open) => !open.mayStayOpen);
  return left === undefined ? { ok: true, value: partners } : refuse("unclosed", left.at);
}

function openerClosers(tokens: readonly Token[], at: number, form: string): readonly string[] | undefined {
  if (form === "command begin") return [`end ${tokens[at + 1]?.text ?? ""}`];
  const closers = closersOf.get(form);
  const before = tokens[at - 1];
  const afterIn = before?.kind === "command" && (before.text === "in" || before.text === "notin");
  return afterIn && (form === "mark (" || form === "mark [") ? ["mark )", "mark ]"] : closers;
}
