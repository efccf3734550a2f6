import fc from "fast-check";
import type { Condition, Expression, Relation } from "../../src/formula/Expression";
import type { Vocabulary } from "../../src/formula/Vocabulary";

const span = { start: 0, end: 0 };

/** The vocabulary under which arbitrary expressions mean what they say. */
export const arbitraryVocabulary: Vocabulary = {
  functions: new Set(["phi", "sigma", "cal L", "softmax"]),
  words: new Set(["RSS"]),
  superscripts: new Set(["v"]),
  ordinary: new Set(),
};

const named = (name: string, indices: readonly Expression[] = []): Expression => ({
  kind: "variable",
  name,
  indices,
  span,
});
const letter = fc.constantFrom("i", "j", "k").map((name) => named(name));
const numeral = fc
  .constantFrom("0", "1", "2", "10", "0.5", "3.25")
  .map((text): Expression => ({ kind: "number", text, span }));
const index = fc.oneof(
  letter,
  fc.constantFrom("1", "2").map((text): Expression => ({ kind: "number", text, span })),
);
const plainNames = [
  "x",
  "y",
  "w",
  "t",
  "hat y",
  "bold W",
  "hat bold y",
  "cal C",
  "beta",
  "o_max",
  "RSS",
  "Loss",
  "y^*",
  "h_theta",
];
const variable = fc.oneof(
  fc
    .tuple(fc.constantFrom(...plainNames), fc.array(index, { maxLength: 2 }))
    .map(([name, indices]) => named(name, indices)),
  fc
    .tuple(fc.constantFrom("x^()", "a^[]"), fc.array(index, { minLength: 1, maxLength: 2 }))
    .map(([name, indices]) => named(name, indices)),
  fc.tuple(fc.array(index, { maxLength: 1 }), letter).map(([below, above]) => named("v^", [...below, above])),
  fc.constantFrom("x", "y", "z", "i").map((name) => named(name)),
);
const constant = fc.constantFrom("e", "pi", "infinity").map((name): Expression => ({ kind: "constant", name, span }));

const { expression } = fc.letrec<{ expression: Expression; condition: Condition }>((tie) => {
  const inner = tie("expression");
  const several = fc.array(inner, { minLength: 2, maxLength: 3 });
  return {
    condition: fc
      .tuple(variable, fc.constantFrom<Relation>("=", "≠", "<", "≥"), fc.oneof(variable, numeral))
      .map(([left, relation, right]): Condition => ({ sides: [left, right], relations: [relation], and: null })),
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.oneof(variable, numeral, constant),
      several.map((terms): Expression => ({ kind: "sum", terms, span })),
      inner.map((operand): Expression => ({ kind: "negative", operand, span })),
      fc
        .tuple(several, fc.constantFrom<"ordinary" | "hadamard">("ordinary", "hadamard"))
        .map(([factors, style]): Expression => ({ kind: "product", factors, style, span })),
      fc
        .tuple(inner, inner)
        .map(([numerator, denominator]): Expression => ({ kind: "quotient", numerator, denominator, span })),
      fc.tuple(inner, inner).map(([base, exponent]): Expression => ({ kind: "power", base, exponent, span })),
      fc
        .tuple(fc.constantFrom("exp", "log", "log2", "sqrt", "tanh", "abs", "sigmoid", "relu", "trace"), inner)
        .map(
          ([name, argument]): Expression => ({ kind: "call", name, args: [argument], primes: 0, indices: [], span }),
        ),
      fc
        .tuple(
          fc.constantFrom("f", "phi", "sigma", "cal L"),
          fc.array(inner, { minLength: 1, maxLength: 2 }),
          fc.nat(2),
          fc.array(index, { maxLength: 1 }),
        )
        .map(([name, args, primes, indices]): Expression => ({ kind: "call", name, args, primes, indices, span })),
      fc
        .tuple(
          inner,
          fc.array(variable, { minLength: 1, maxLength: 2 }),
          fc.constantFrom<"total" | "partial">("total", "partial"),
        )
        .map(([of, by, style]): Expression => ({ kind: "derivative", of, by, style, span })),
      fc
        .tuple(inner, variable)
        .map(([of, by]): Expression => ({ kind: "derivative", of, by: [by], style: "gradient", span })),
      fc
        .tuple(inner, fc.constantFrom(1, 2))
        .map(([operand, order]): Expression => ({ kind: "prime", operand, order, span })),
      fc
        .tuple(inner, variable, inner)
        .map(([operand, by, value]): Expression => ({ kind: "evaluated", operand, variable: by, value, span })),
      fc
        .tuple(
          fc.constantFrom<"sum" | "product" | "max" | "min">("sum", "product", "max", "min"),
          fc.constantFrom("i", "j", "k"),
          fc.option(numeral, { nil: null }),
          fc.option(variable, { nil: null }),
          fc.boolean(),
          inner,
        )
        .map(([operation, bound, lower, upper, hasCondition, body]): Expression => {
          const condition: Condition = {
            sides: [named(bound), { kind: "number", text: "1", span }],
            relations: ["≠"],
            and: null,
          };
          return {
            kind: "indexed",
            operation,
            index: bound,
            lower,
            upper,
            condition: hasCondition ? condition : null,
            body,
            span,
          };
        }),
      fc.array(fc.tuple(inner, tie("condition")), { minLength: 1, maxLength: 2 }).map(
        (pairs): Expression => ({
          kind: "cases",
          branches: [
            ...pairs.map(([value, condition]) => ({ value, condition })),
            { value: named("x"), condition: null },
          ],
          span,
        }),
      ),
      tie("condition").map((condition): Expression => ({ kind: "indicator", condition, span })),
      fc.tuple(inner, inner, inner, inner).map(
        ([a, b, c, d]): Expression => ({
          kind: "matrix",
          rows: [
            [a, b],
            [c, d],
          ],
          span,
        }),
      ),
      fc.tuple(variable).map(([operand]): Expression => ({ kind: "transpose", operand, span })),
      fc
        .tuple(inner, fc.constantFrom<1 | 2 | "infinity">(1, 2, "infinity"))
        .map(([operand, order]): Expression => ({ kind: "norm", operand, order, span })),
    ),
  };
});

export const arbitraryExpression: fc.Arbitrary<Expression> = expression;
