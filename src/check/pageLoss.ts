import type { NodeId } from "../calculus/Graph";
import type { Derivative, Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { choices, type PageWorld } from "./PageWorld";
import type { PageLine } from "./pageLines";

/** What a page differentiates, as nodes for every choice of its free indices. */
export interface Loss {
  readonly world: PageWorld;
  readonly tex: string;
  readonly name: string;
  readonly expression: Expression;
  readonly scope: number;
  readonly letters: readonly string[];
  readonly nodes: ReadonlyMap<string, NodeId>;
}

/** What the section differentiates: the numerator of its first derivative that has a value. */
export function findLoss(lines: readonly PageLine[], worldOf: (scope: number) => PageWorld): Loss | null {
  const ordinary = lines.filter(({ chain }) => !chain.asPublished);
  for (const { line, scope } of ordinary.length > 0 ? ordinary : lines) {
    const found = gradientOf(line.expression);
    if (found === null) continue;
    const page = worldOf(scope);
    const letters = page.letters(found.of);
    const nodes = new Map<string, NodeId>();
    for (const choice of choices(letters)) {
      const node = page.node(found.of, choice, null);
      if ("node" in node) nodes.set(letters.map(({ letter }) => String(choice[letter])).join(), node.node);
    }
    if (nodes.size > 0)
      return {
        world: page,
        expression: found.of,
        scope,
        tex: print(found.of),
        name: found.of.kind === "variable" ? found.of.name : "",
        letters: letters.map(({ letter }) => letter),
        nodes,
      };
  }
  return null;
}

/** The derivative that an expression is, f'(x) included. */
export function gradientOf(expression: Expression | null): Derivative | null {
  if (expression === null) return null;
  if (expression.kind === "derivative") return expression;
  if (expression.kind === "negative") return null;
  if (
    expression.kind === "call" &&
    expression.primes === 1 &&
    expression.args.length === 1 &&
    expression.args[0]?.kind === "variable"
  )
    return {
      kind: "derivative",
      of: { ...expression, primes: 0 },
      by: [expression.args[0]],
      style: "total",
      span: expression.span,
    };
  return null;
}
