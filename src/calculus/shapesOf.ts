import type { Definition, Scope } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { walk } from "../formula/traverse";
import { declaredRanks, declaredShapes, dimensionLinks } from "./dimensions";
import type { ShapeLinks } from "./indexRanges";
import { inferRanks, type Ranks, rankKey } from "./ranks";
import { isBold } from "./symbolLooks";
import { componentName } from "./wholeSymbols";

export interface Shapes {
  readonly ranks: Ranks;
  /** Names that stand for the entries of bold ones: x, where **x** has the entries x_i. */
  readonly plain: ReadonlySet<string>;
  /** What the shapes say about ranges, of formulas and definitions with their whole indices. */
  readonly links: (formulas: readonly (readonly Expression[])[], definitions: readonly Definition[]) => ShapeLinks;
}

/** Shapes of a scope's symbols, declared or inferred from how they are used. */
export function shapesOf(formulas: readonly (readonly Expression[])[], scope: Scope): Shapes {
  const declared = declaredShapes(scope.assumptions);
  const ranks = inferRanks(formulas, scope.definitions, declaredRanks(declared));
  const plain = entryNames(formulas);
  return {
    ranks,
    plain,
    links: (wholes, definitions) => {
      if (ranks.size === 0) return { declared: [], linked: [] };
      return {
        declared: declared.flatMap(({ variable, axes }) => {
          if (ranks.get(rankKey(variable)) !== axes.length) return [];
          return axes.map((size, at): readonly [string, string | number] => [
            `${componentName(variable.name, plain)}#${at + variable.indices.length}`,
            typeof size === "string" ? `^${size}` : size,
          ]);
        }),
        linked: dimensionLinks(wholes, definitions),
      };
    },
  };
}

/** Plain names that the document indexes or defines and also writes bold: **x** with x_i. */
function entryNames(formulas: readonly (readonly Expression[])[]): ReadonlySet<string> {
  const bold = new Set<string>();
  const indexed = new Set<string>();
  for (const formula of formulas)
    for (const one of formula)
      walk(one, (part) => {
        if (part.kind !== "variable") return;
        if (isBold(part.name)) bold.add(part.name.replace(/(^| )(?:bold|vec) /u, "$1"));
        else if (part.indices.length > 0) indexed.add(part.name);
      });
  return new Set([...bold].filter((name) => indexed.has(name)));
}
