import type { Expression } from "../formula/Expression";
import type { Span } from "../formula/Span";
import { sumOver } from "../formula/sumOver";
import { mapParts, parts } from "../formula/traverse";

/** One small change of a side. */
export interface SlipEdit {
  readonly code: string;
  readonly expression: Expression;
  /** Where in the side it is made. */
  readonly span: Span;
}

/** What a side may be changed with: the symbols and free index letters of the step. */
export interface SlipMaterial {
  readonly variables: readonly Expression[];
  readonly letters: readonly string[];
}

/** Known kinds of mistakes, undone: every single small change of a side, the commonest mistakes first at each place. */
export function* slipEdits(side: Expression, material: SlipMaterial): Generator<SlipEdit> {
  yield* editsHere(side, material);
  if (side.kind === "variable" || side.kind === "derivative") return;
  const below = parts(side);
  for (let at = 0; at < below.length; at += 1) {
    const part = below[at] as Expression;
    if (side.kind === "call" && at < side.indices.length) continue;
    if (side.kind === "indexed" && part !== side.body) continue;
    for (const inner of slipEdits(part, material)) yield { ...inner, expression: withPart(side, at, inner.expression) };
  }
}

function* editsHere(side: Expression, material: SlipMaterial): Generator<SlipEdit> {
  const { span } = side;
  const edit = (code: string, expression: Expression, at: Span = span): SlipEdit => ({ code, expression, span: at });
  if (side.kind === "negative") yield edit("lost-minus", side.operand);
  else yield edit("lost-minus", { kind: "negative", operand: side, span });
  switch (side.kind) {
    case "sum":
      for (let at = 0; at < side.terms.length; at += 1)
        yield edit(
          "dropped-term",
          joined(
            "sum",
            side.terms.filter((_, other) => other !== at),
            side,
          ),
          (side.terms[at] as Expression).span,
        );
      return;
    case "product":
      for (let at = 0; at < side.factors.length; at += 1)
        yield edit(
          "dropped-factor",
          joined(
            "product",
            side.factors.filter((_, other) => other !== at),
            side,
          ),
          (side.factors[at] as Expression).span,
        );
      yield* factorTwo(side);
      return;
    case "quotient":
      yield edit("swapped-fraction", { ...side, numerator: side.denominator, denominator: side.numerator });
      yield edit("dropped-factor", side.numerator, side.denominator.span);
      yield* factorTwo(side);
      return;
    case "power":
      yield edit("exponent", side.base, side.exponent.span);
      for (const step of [1, -1])
        yield edit("exponent", { ...side, exponent: shifted(side.exponent, step) }, side.exponent.span);
      return;
    case "call":
      if (side.primes === 0 && side.args.length === 1) yield edit("missing-prime", { ...side, primes: 1 });
      for (const variable of material.variables)
        if (side.args.length === 1)
          yield edit("wrong-argument", { ...side, args: [variable] }, side.args[0]?.span ?? span);
      return;
    case "indexed":
      yield edit("extra-sum", side.body);
      if (side.condition !== null) yield edit("sum-condition", { ...side, condition: null });
      yield* factorTwo(side);
      return;
    case "number":
      for (const step of [1, -1]) yield edit("constant", shifted(side, step));
      return;
    case "variable":
      yield* symbolEdits(side, material);
      yield edit("exponent", { kind: "power", base: side, exponent: number("2", span), span });
      return;
    default:
      return;
  }
}

function* symbolEdits(side: Expression & { readonly kind: "variable" }, material: SlipMaterial): Generator<SlipEdit> {
  const { span } = side;
  for (let at = 0; at < side.indices.length; at += 1)
    for (const letter of material.letters) {
      const index = side.indices[at] as Expression;
      if (index.kind !== "variable" || index.name === letter) continue;
      const indices = side.indices.map(
        (one, other): Expression =>
          other === at ? { kind: "variable", name: letter, indices: [], span: one.span } : one,
      );
      yield { code: "wrong-index", expression: { ...side, indices }, span };
    }
  for (const letter of material.letters)
    if (side.indices.some((index) => index.kind === "variable" && index.name === letter))
      yield {
        code: "missing-sum",
        expression: sumOver(letter, side),
        span,
      };
  for (const other of material.variables)
    if (other.kind === "variable" && other.name !== side.name && other.indices.length === side.indices.length)
      yield { code: "wrong-symbol", expression: { ...side, name: other.name }, span };
}

function* factorTwo(side: Expression): Generator<SlipEdit> {
  const two = number("2", side.span);
  yield {
    code: "factor-two",
    expression: { kind: "product", factors: [two, side], style: "ordinary", span: side.span },
    span: side.span,
  };
  yield {
    code: "factor-two",
    expression: { kind: "quotient", numerator: side, denominator: two, span: side.span },
    span: side.span,
  };
}

/** Changes of the side as a whole: a factor that is missing, a sum that is missing. */
export function* slipEditsOfWhole(side: Expression, material: SlipMaterial): Generator<SlipEdit> {
  const { span } = side;
  for (const letter of material.letters)
    yield {
      code: "missing-sum",
      expression: sumOver(letter, side),
      span,
    };
  for (const variable of material.variables) {
    yield {
      code: "missing-factor",
      expression: { kind: "product", factors: [side, variable], style: "ordinary", span },
      span,
    };
    yield {
      code: "missing-factor",
      expression: { kind: "quotient", numerator: side, denominator: variable, span },
      span,
    };
    const complement: Expression = {
      kind: "sum",
      terms: [number("1", span), { kind: "negative", operand: variable, span }],
      span,
    };
    yield {
      code: "missing-factor",
      expression: { kind: "product", factors: [side, complement], style: "ordinary", span },
      span,
    };
    yield {
      code: "missing-factor",
      expression: { kind: "product", factors: [side, variable, complement], style: "ordinary", span },
      span,
    };
  }
}

function joined(kind: "sum" | "product", rest: readonly Expression[], side: Expression): Expression {
  const only = rest[0];
  if (rest.length === 1 && only !== undefined) return only;
  return kind === "sum"
    ? { kind: "sum", terms: rest, span: side.span }
    : { kind: "product", factors: rest, style: "ordinary", span: side.span };
}

function shifted(exponent: Expression, step: number): Expression {
  if (exponent.kind === "number" && Number.isInteger(Number(exponent.text))) {
    const value = Number(exponent.text) + step;
    const size = number(String(Math.abs(value)), exponent.span);
    return value < 0 ? { kind: "negative", operand: size, span: exponent.span } : size;
  }
  const one = number("1", exponent.span);
  return {
    kind: "sum",
    terms: [exponent, step > 0 ? one : { kind: "negative", operand: one, span: exponent.span }],
    span: exponent.span,
  };
}

function number(text: string, span: Span): Expression {
  return { kind: "number", text, span };
}

function withPart(side: Expression, at: number, part: Expression): Expression {
  let seen = -1;
  return mapParts(side, (old) => {
    seen += 1;
    return seen === at ? part : old;
  });
}
