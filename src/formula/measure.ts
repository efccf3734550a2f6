import type { Expression } from "./Expression";
import type { FormulaError } from "./FormulaError";
import { maxDepth } from "./tokenize";
import { parts } from "./traverse";

const maxNodes = 5_000;

/** Refuses a tree that later stages could not walk recursively or in time. */
export function measure(expression: Expression): FormulaError | null {
  const stack: { readonly node: Expression; readonly depth: number }[] = [{ node: expression, depth: 1 }];
  let nodes = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.depth > maxDepth) return { code: "too-deep", detail: String(maxDepth), span: next.node.span };
    if (++nodes > maxNodes) return { code: "too-long", detail: String(maxNodes), span: expression.span };
    for (const part of parts(next.node)) stack.push({ node: part, depth: next.depth + 1 });
  }
  return null;
}
