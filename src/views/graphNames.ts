import type { ComputationGraph } from "../check/computationGraph";
import type { Workbench } from "../check/Workbench";
import { printName } from "../formula/printName";
import { indicesOf, symbolOf } from "./entryNames";
import type { PageRow } from "./pageRows";
import { plainTex } from "./plainTex";

export interface GraphNames {
  /** Of each node: "z₂", "ŷ₁", "L". */
  readonly nodes: readonly string[];
  readonly output: string;
  /** Of a symbol without its indices. */
  readonly symbol: (symbol: string) => string;
}

/**
 * Names as the page writes them: of ŷ = S the one that its lines use, and no index of a batch of one, as in the list
 * of inputs.
 */
export function graphNames({ nodes }: ComputationGraph, workbench: Workbench, rows: readonly PageRow[]): GraphNames {
  const { inputs, loss } = workbench;
  const scope = loss?.scope ?? 0;
  const written = writtenNames(rows);
  const shown = (symbol: string): string => {
    const own = workbench.canonical(symbol, scope);
    const aliases = [...written].filter(([name]) => workbench.canonical(name, scope) === own);
    return aliases.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? symbol;
  };
  const hasBatch = inputs.some(({ indices, tex }) => indices.length > 1 && !tex.includes(","));
  const output = plainTex(loss?.tex ?? "");
  const texts = new Map(inputs.map(({ key, tex }) => [key, plainTex(tex)]));
  return {
    output,
    symbol: (symbol) => plainTex(printName(shown(symbol), [])),
    nodes: nodes.map(({ key, kind }) => {
      if (kind === "output") return output;
      const known = texts.get(key);
      if (known !== undefined) return known;
      const indices = indicesOf(key);
      const own = hasBatch && indices.length > 1 ? indices.slice(1) : indices;
      return plainTex(printName(shown(symbolOf(key)), own.map(String)));
    }),
  };
}

/** How often each symbol is written in the lines of a page. */
export function writtenNames(rows: readonly PageRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === "object" && part !== null) {
      if ("kind" in part && part.kind === "variable" && "name" in part && typeof part.name === "string")
        counts.set(part.name, (counts.get(part.name) ?? 0) + 1);
      Object.values(part).forEach(visit);
    }
  };
  for (const { line, left } of rows) visit([line.expression, left?.expression]);
  return counts;
}
