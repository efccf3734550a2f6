import { isStart } from "../calculus/entries";
import { reachable } from "../calculus/reachable";
import type { Leaf } from "../calculus/World";
import type { Assumption, Definition } from "../formula/Definition";
import type { Condition, Expression, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import { type UsualFunction, usualFunction } from "../formula/usualFunctions";
import { apartLetters } from "./apartLetters";
import { type Domain, interval } from "./Domain";
import { statedSets } from "./inferDomains";
import { pairedLetters } from "./pairedLetters";
import { printCondition } from "./printCondition";
import type { Posed, Question } from "./Question";
import { endedEarly, sumIsOne, summed } from "./readings";
import { remark } from "./remark";
import type { ScopeChange, Surveyed } from "./Surveyed";
import type { Remark } from "./Verdict";

/** How a step is read: literally, or under one named reading or condition. */
export interface Reading {
  readonly question: Question;
  readonly surveyed: Surveyed;
  /** What the text says before the step: of vectors and matrices, and what it supposes. */
  readonly stated: readonly Condition[];
  readonly supposed: readonly Condition[];
  readonly restrict: (leaf: Leaf) => Domain | null;
  /** `restrict` says where a number lies, whatever else is known of it; otherwise it narrows that. */
  readonly replacesDomains?: boolean;
}

export interface OtherReading {
  readonly condition: Remark;
  readonly reading: Reading;
  /** A reading under which the step must not hold, else the condition is not what it depends on. */
  readonly unless?: Reading;
}

/** The fixed list, in order. Generated lazily: most failing steps need none beyond the first few. */
export function* otherReadings(literal: Reading, posed: Posed): Generator<OtherReading> {
  const { question, surveyed } = literal;
  const { survey } = surveyed;
  const einstein = summed(question.left, question.right, survey);
  if (einstein !== null) {
    const reading = { ...literal, question: { ...question, left: einstein.left, right: einstein.right } };
    yield {
      condition: remark("summation", einstein.letters.join(", "), `\\sum_{${einstein.letters.join(",")}}`),
      reading,
    };
  }
  const early = endedEarly(question.left, question.right, survey);
  if (early !== null)
    yield { condition: remark("sum-ends-early", ""), reading: { ...literal, question: { ...question, ...early } } };
  const free = [...posed.world.leaves.values()];
  for (const { name, rank } of indexedNames(free)) {
    for (let position = rank - 1; position >= 0; position -= 1) {
      const sum = sumIsOne(name, rank, position);
      const one: Expression = { kind: "number", text: "1", span: sum.span };
      const assumed = assuming(literal, [{ sides: [sum, one], relations: ["="], and: null }]);
      yield {
        condition: remark("sum-is-one", name, `${print(sum)} = 1`),
        reading: assumed,
      };
      if (einstein !== null)
        yield {
          condition: remark("summation-and-sum-is-one", `${einstein.letters.join(", ")}|${name}`, `${print(sum)} = 1`),
          reading: {
            ...assumed,
            question: { ...assumed.question, left: einstein.left, right: einstein.right },
          },
        };
    }
  }
  const { stated } = literal;
  if (stated.length > 0)
    yield {
      condition: remark("stated", "", stated.map(printCondition).join(",\\ ")),
      reading: assuming(literal, stated),
    };
  if (posed.trace.derivatives.length > 0)
    yield {
      condition: remark("strict-partial", ""),
      reading: { ...literal, question: { ...question, strictPartials: true } },
    };
  for (const [one, other] of pairedLetters(question)) {
    const [first, second] = [bare(one), bare(other)];
    const condition: Condition = { sides: [first, second], relations: ["≠"], and: null };
    yield {
      condition: remark("distinct", `${one}|${other}`, printCondition(condition)),
      reading: { ...literal, question: { ...question, conditions: [...question.conditions, condition] } },
    };
  }
  const apart = apartLetters(question);
  if (apart.length > 0)
    yield { condition: remark("apart", apart.join(", ")), reading: { ...literal, question: { ...question, apart } } };
  for (const { name, letter, size } of counts(question, free)) {
    const reading = under(literal, { kind: "size", name, size });
    yield { condition: remark("counts", `${name}|${letter}`), reading };
  }
  if (posed.trace.derivatives.length > 0 && survey.recurrences.size > 0)
    yield {
      condition: remark("held-members", [...survey.recurrences.keys()].join(", ")),
      reading: { ...literal, question: { ...question, heldMembers: true } },
    };
  const started = free.filter((leaf) => isStart(leaf, posed.world));
  if (started.length > 0)
    yield {
      condition: remark(
        "starts-at-zero",
        [...new Set(started.map(({ key }) => key))].join(", "),
        [...new Set(started.map(({ name, indices }) => `${print(entryOf(name, indices))} = 0`))].join(",\\ "),
      ),
      reading: {
        ...literal,
        restrict: (leaf) => (isStart(leaf, posed.world) ? { ...interval(0, 0, false), values: [0] } : null),
      },
    };
  const names = [...new Set(free.map((leaf) => leaf.name))];
  if (names.length > 0 && names.length <= 12 && hasBranches(posed))
    yield {
      condition: remark("positive", names.join(", "), names.map((name) => `${print(bare(name))} > 0`).join(",\\ ")),
      reading: { ...literal, restrict: () => interval(0, Number.POSITIVE_INFINITY, true) },
      // |x + 3| = x + 3 holds for small negative x as well: its condition is another one.
      unless: { ...literal, restrict: () => interval(-1 / 16, 1 / 16, true) },
    };
  for (const [name, values] of statedSets(surveyed.source.scope, survey.canonical))
    if (names.includes(name))
      yield {
        condition: remark(
          "one-of",
          `${name}|${values.join(", ")}`,
          `${print(bare(name))} \\in \\{${values.join(", ")}\\}`,
        ),
        reading: {
          ...literal,
          restrict: (leaf) =>
            leaf.name === name ? { ...interval(Math.min(...values), Math.max(...values), false), values } : null,
        },
      };
  yield* usualReadings(literal, posed);
}

/** The functions that are not defined here, as they are usually meant. */
export function* usualReadings(literal: Reading, posed: Posed): Generator<OtherReading> {
  for (const { code, functions, tex } of usualMeanings) {
    const met = Object.entries(functions).filter(([name]) => posed.trace.undefinedFunctions.has(name));
    if (met.length > 0)
      yield {
        condition: remark(code, met.map(([name]) => name).join(", "), tex),
        reading: defining(
          literal,
          met.map(([name, kind]) => usualFunction(kind, name, "declared")),
        ),
      };
  }
}

/** What a function is usually meant to be where a document uses its letter and never says. */
const usualMeanings: readonly {
  readonly code: string;
  readonly functions: Readonly<Record<string, UsualFunction>>;
  readonly tex: string | null;
}[] = [
  { code: "logistic", functions: { sigma: "logistic" }, tex: "\\sigma(x) = \\frac{1}{1 + e^{-x}}" },
  {
    code: "normal",
    functions: { Phi: "normal-distribution", phi: "normal-density", varphi: "normal-density" },
    tex: null,
  },
];

/** Only where a root, an absolute value or a maximum takes sides does the sign of a symbol decide a step. */
function hasBranches({ world, pairs }: Posed): boolean {
  const sides = pairs.flatMap(({ left, right }) => [left, right]);
  const { nodes } = world.builder;
  return reachable(nodes, sides).some((id) =>
    ["abs", "sqrt", "sign", "max", "min", "power"].includes(nodes[id]?.op ?? ""),
  );
}

export function defining(literal: Reading, definitions: readonly Definition[]): Reading {
  return under(literal, { kind: "definitions", definitions });
}

function assuming(literal: Reading, conditions: readonly Condition[]): Reading {
  const made = conditions.map((condition): Assumption => ({ condition, origin: "prose", span: { start: 0, end: 0 } }));
  return under(literal, { kind: "assumptions", assumptions: made });
}

/** Capitals and letters that authors count with, each with a Σ without limits whose terms it may count: 1/D Σ_i x_i. */
function counts(
  { left, right, survey }: Question,
  free: readonly Leaf[],
): readonly { readonly name: string; readonly letter: string; readonly size: number }[] {
  const names = new Set(free.map(({ key }) => key).filter((key) => /^[A-Znmd]$/.test(key)));
  if (names.size === 0) return [];
  const open = new Map<number, string>();
  for (const formula of [left, right, ...[...survey.definitions.values()].flat().map(({ body }) => body)])
    walk(formula, (part) => {
      if (part.kind !== "indexed" || part.upper !== null || part.operation !== "sum") return;
      const size = survey.ranges.letterSize(part.index);
      if (size !== null) open.set(size, part.index);
    });
  return [...names].slice(0, 2).flatMap((name) => [...open].map(([size, letter]) => ({ name, letter, size })));
}

/** The same step in another scope. */
function under(literal: Reading, change: ScopeChange): Reading {
  const surveyed = literal.surveyed.under(change);
  return { ...literal, surveyed, question: { ...literal.question, survey: surveyed.survey } };
}

function entryOf(name: string, indices: readonly number[]): Variable {
  const span = { start: 0, end: 0 };
  return { ...bare(name), indices: indices.map((index) => ({ kind: "number", text: String(index), span })) };
}

function bare(name: string): Variable {
  return { kind: "variable", name, indices: [], span: { start: 0, end: 0 } };
}

function indexedNames(leaves: readonly Leaf[]): readonly { readonly name: string; readonly rank: number }[] {
  const ranks = new Map<string, number>();
  for (const leaf of leaves) if (leaf.indices.length > 0) ranks.set(leaf.name, leaf.indices.length);
  return [...ranks].map(([name, rank]) => ({ name, rank })).slice(0, 4);
}
