import {
  type Call,
  type Condition,
  type Derivative,
  type Expression,
  type IndexedSum,
  isOperationName,
  isWholeIndex,
  type Norm,
  type Power,
  type Product,
  type Sum,
} from "./Expression";
import { operandOfFactorial } from "./factorial";
import { freeIndices } from "./indices";
import { isLetterCommand } from "./letters";
import { printName } from "./printName";
import { relationTex } from "./relations";

/** Canonical TeX. Under a vocabulary that knows the same functions and words it reads back as the same tree. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "constant":
      return { e: "e", pi: "\\pi", infinity: "\\infty" }[expression.name];
    case "variable":
      return printName(expression.name, expression.indices.filter((index) => !isWholeIndex(index)).map(print));
    case "sum":
      return printSum(expression);
    case "negative":
      return `-${expression.operand.kind === "negative" ? bracketed(expression.operand) : asTerm(expression.operand)}`;
    case "product":
      return printProduct(expression);
    case "quotient":
      return `\\frac{${print(expression.numerator)}}{${print(expression.denominator)}}`;
    case "power":
      return printPower(expression);
    case "call":
      return printCall(expression);
    case "derivative":
      return printDerivative(expression);
    case "prime":
      return (
        (expression.operand.kind === "variable" ? print(expression.operand) : bracketed(expression.operand)) +
        "'".repeat(expression.order)
      );
    case "evaluated":
      return `\\left.${print(expression.operand)}\\right|_{${print(expression.variable)}=${print(expression.value)}}`;
    case "indexed": {
      const operand = operandOfFactorial(expression);
      return operand === null ? printIndexed(expression) : `${asBase(operand)}!`;
    }
    case "cases":
      return `\\begin{cases} ${expression.branches.map(({ value, condition }) => `${print(value)} & ${condition === null ? "\\text{otherwise}" : printCondition(condition)}`).join(" \\\\ ")} \\end{cases}`;
    case "indicator":
      return `\\mathbb{1}\\left(${printCondition(expression.condition)}\\right)`;
    case "matrix":
      return `\\begin{bmatrix} ${expression.rows.map((row) => row.map(print).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;
    case "transpose":
      return `${isEntry(expression.operand) ? bracketed(expression.operand) : asBase(expression.operand)}^{\\top}`;
    case "norm":
      return printNorm(expression);
  }
}

export function printCondition({ sides, relations, and }: Condition): string {
  const chain = sides
    .map((side, i) => (i === 0 ? "" : ` ${relationTex[relations[i - 1] ?? "="]} `) + printSide(side))
    .join("");
  return and === null ? chain : `${chain},\\, ${printCondition(and)}`;
}

const sets: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["set", ["\\{", "\\}"]],
  ["open interval", ["(", ")"]],
  ["closed interval", ["[", "]"]],
  ["right-open interval", ["[", ")"]],
  ["left-open interval", ["(", "]"]],
]);

function printSide(side: Expression): string {
  const brackets = side.kind === "call" ? sets.get(side.name) : undefined;
  return side.kind !== "call" || brackets === undefined
    ? print(side)
    : brackets[0] + side.args.map(print).join(", ") + brackets[1];
}

function bracketed(expression: Expression): string {
  return `\\left(${print(expression)}\\right)`;
}

/** A term keeps its brackets where it is a sum, or a Σ that would take in what follows. */
function printSum({ terms }: Sum): string {
  return terms
    .map((term, i) => {
      const value = term.kind === "negative" ? term.operand : term;
      const sign = term.kind === "negative" ? (i === 0 ? "-" : " - ") : i === 0 ? "" : " + ";
      const isInner = value.kind === "sum" || value.kind === "negative";
      return sign + (isInner || reachesInto(value, terms.slice(i + 1)) ? bracketed(value) : print(value));
    })
    .join("");
}

function reachesInto(value: Expression, after: readonly Expression[]): boolean {
  return openIndices(value).some((index) => after.some((term) => freeIndices(term).has(index)));
}

/** Indices of Σs at the right edge of what is printed. */
function openIndices(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "indexed":
      if (operandOfFactorial(expression) !== null) return [];
      return [expression.index, ...openIndices(expression.body)];
    case "product":
      return openIndices(expression.factors.at(-1) ?? expression);
    case "negative":
      return openIndices(expression.operand);
    case "derivative":
      return expression.style === "gradient" ? openIndices(expression.of) : [];
    default:
      return [];
  }
}

function asTerm(expression: Expression): string {
  return expression.kind === "sum" || expression.kind === "negative" ? bracketed(expression) : print(expression);
}

/** Side by side where nothing can be misread, else with a dot: before digits, brackets, and after names. */
function printProduct({ factors, style }: Product): string {
  const printed = factors.map((factor, i) => printFactor(factor, i === factors.length - 1, style));
  if (style === "hadamard") return printed.join(" \\odot ");
  return printed.reduce(
    (before, next, i) => before + (needsDot(factors[i - 1], factors[i], next) ? " \\cdot " : " ") + next,
  );
}

function printFactor(factor: Expression, isLast: boolean, style: Product["style"]): string {
  switch (factor.kind) {
    case "sum":
    case "negative":
    case "product":
      return bracketed(factor);
    case "indexed":
      if (operandOfFactorial(factor) !== null) return print(factor);
      return isLast && style === "ordinary" ? print(factor) : bracketed(factor);
    case "derivative":
      return factor.style === "gradient" ? bracketed(factor) : print(factor);
    default:
      return print(factor);
  }
}

function needsDot(before: Expression | undefined, next: Expression | undefined, printed: string): boolean {
  if (/^(?:[0-9]|\\left|\(|\[|\\mathbb\{1\})/u.test(printed)) return true;
  if (before?.kind === "number" && next?.kind === "variable") return /^[eE]$/u.test(next.name);
  return before?.kind === "variable" && before.name === "d";
}

/** W_{ij}^T would be refused: it may mean an entry of W^T. */
function isEntry(expression: Expression): boolean {
  return expression.kind === "variable" && expression.indices.length > 1;
}

function asBase(expression: Expression): string {
  switch (expression.kind) {
    case "number":
    case "constant":
    case "matrix":
      return print(expression);
    case "variable":
      return expression.name.includes("^") || expression.name === "…" ? bracketed(expression) : print(expression);
    case "call":
      return expression.name !== "abs" && isOperationName(expression.name) ? bracketed(expression) : print(expression);
    default:
      return bracketed(expression);
  }
}

/** An exponent that is a bare T in one more pair of braces is no transpose. */
function printPower({ base, exponent }: Power): string {
  const printed = print(exponent);
  const isName = exponent.kind === "variable";
  return `${asBase(base)}^{${isName ? `{${printed}}` : printed}}`.replace(/\^\{\{([a-zA-SU-Z])\}\}$/u, "^{$1}");
}

function isFunctionCommand(name: string): boolean {
  return /^(?:exp|log|sin|cos|tan|sinh|cosh|tanh|max|min)$/u.test(name);
}

function printCall(call: Call): string {
  const [first] = call.args;
  const inside = call.args.map(print).join(", ");
  const indices = call.indices.length === 0 ? "" : `_{${call.indices.map(print).join(",")}}`;
  if (call.primes === 0 && first !== undefined && call.args.length === 1) {
    if (call.name === "sqrt") return `\\sqrt{${inside}}${indices}`;
    if (call.name === "abs") return `\\left|${inside}\\right|${indices}`;
    if (call.name === "log2" || call.name === "log10")
      return `\\log_{${call.name.slice(3)}}\\left(${inside}\\right)${indices}`;
  }
  const isLevel = call.name.endsWith("^()") || call.name.endsWith("^[]") || call.name.endsWith("^");
  const name = isFunctionCommand(call.name)
    ? `\\${call.name}`
    : printName(call.name, isLevel ? call.indices.map(print) : []);
  return `${name}${"'".repeat(call.primes)}\\left(${inside}\\right)${isLevel ? "" : indices}`;
}

function printDerivative({ of, by, style }: Derivative): string {
  if (style === "gradient")
    return `\\nabla${by.length === 0 ? "" : `_{${by.map(print).join(",")}}`} ${of.kind === "variable" ? print(of) : bracketed(of)}`;
  const mark = style === "total" ? "d" : "\\partial ";
  const order = by.length > 1 ? `${mark.trim()}^{${by.length}} ` : mark;
  const isName = (part: Expression): boolean => part.kind === "variable";
  const top = isName(of) ? print(of) : bracketed(of);
  const below = by.map((part) => mark + (isName(part) ? print(part) : bracketed(part))).join(" ");
  return `\\frac{${order}${top}}{${below}}`;
}

const operators = { sum: "\\sum", product: "\\prod", max: "\\max", min: "\\min" } as const;

function printIndexed({ operation, index, lower, upper, condition, body }: IndexedSum): string {
  const letter = isLetterCommand(index) ? `\\${index}` : index;
  const [left] = condition?.sides ?? [];
  const isNamed = lower === null && left?.kind === "variable" && left.name === index;
  const start = lower === null ? letter : `${letter}=${print(lower)}`;
  const below =
    condition === null ? start : isNamed ? printCondition(condition) : `${start},\\, ${printCondition(condition)}`;
  const above = upper === null ? "" : `^{${print(upper)}}`;
  const inside = body.kind === "sum" || body.kind === "negative" ? bracketed(body) : print(body);
  return `${operators[operation]}_{${below}}${above} ${inside}`;
}

function printNorm({ operand, order }: Norm): string {
  const below = order === 2 ? "" : order === 1 ? "_{1}" : "_{\\infty}";
  return `\\left\\|${print(operand)}\\right\\|${below}`;
}
