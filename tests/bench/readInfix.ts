import type { Expression } from "../../src/formula/Expression";

/** Reads plain infix ("1/(1+exp(-x))^2") into an Expression: enough for a measuring set, no more. */
export function readInfix(source: string): Expression {
  const text = source.replace(/\s+/g, "");
  let at = 0;
  const span = { start: 0, end: 0 };
  const peek = (): string => text[at] ?? "";
  const take = (): string => text[at++] ?? "";

  function sum(): Expression {
    const terms = [product()];
    for (;;) {
      if (peek() === "+") {
        take();
        terms.push(product());
      } else if (peek() === "-") {
        take();
        terms.push({ kind: "negative", operand: product(), span });
      } else return terms.length === 1 ? (terms[0] as Expression) : { kind: "sum", terms, span };
    }
  }

  function product(): Expression {
    let left = unary();
    for (;;) {
      if (peek() === "*") {
        take();
        left = { kind: "product", factors: [left, unary()], style: "ordinary", span };
      } else if (peek() === "/") {
        take();
        left = { kind: "quotient", numerator: left, denominator: unary(), span };
      } else return left;
    }
  }

  function unary(): Expression {
    if (peek() === "-") {
      take();
      return { kind: "negative", operand: unary(), span };
    }
    if (peek() === "+") {
      take();
      return unary();
    }
    return power();
  }

  function power(): Expression {
    const base = atom();
    if (peek() !== "^") return base;
    take();
    return { kind: "power", base, exponent: unary(), span };
  }

  function atom(): Expression {
    if (peek() === "(") {
      take();
      const inner = sum();
      if (take() !== ")") throw new SyntaxError(`“)” expected at ${at} of ${text}`);
      return inner;
    }
    if (peek() === "|") {
      take();
      const inner = sum();
      take();
      return { kind: "call", name: "abs", args: [inner], primes: 0, indices: [], span };
    }
    const number = /^\d+(\.\d+)?(e[+-]?\d+)?|^\.\d+/.exec(text.slice(at))?.[0];
    if (number !== undefined) {
      at += number.length;
      return { kind: "number", text: number, span };
    }
    const word = /^[a-zA-Z][a-zA-Z0-9_]*/.exec(text.slice(at))?.[0];
    if (word === undefined) throw new SyntaxError(`unexpected “${peek()}” at ${at} of ${text}`);
    at += word.length;
    if (peek() !== "(") return { kind: "variable", name: word, indices: [], span };
    take();
    const args = [sum()];
    while (peek() === ",") {
      take();
      args.push(sum());
    }
    take();
    return {
      kind: "call",
      name: word === "sigma" ? "sigmoid" : word === "ln" ? "log" : word,
      args,
      primes: 0,
      indices: [],
      span,
    };
  }

  const whole = sum();
  if (at < text.length) throw new SyntaxError(`unexpected “${peek()}” at ${at} of ${text}`);
  return whole;
}
