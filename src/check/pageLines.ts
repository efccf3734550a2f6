import { chainsIn } from "../derivation/addresses";
import type { Chain, Derivation, Line, Section, Step } from "../derivation/Derivation";
import type { Condition } from "../formula/Expression";

/** A line of a page with the scope it is computed in. `number` counts the page's lines from 1. */
export interface PageLine {
  readonly number: number;
  readonly chain: Chain;
  readonly position: number;
  readonly line: Line;
  readonly scope: number;
  /** What the text states for this line, such as i ≠ j. */
  readonly conditions: readonly Condition[];
}

/** All lines of the displays of a section, in reading order. */
export function pageLines(derivation: Derivation, section: Section): readonly PageLine[] {
  const scopes = scopesOfChains(derivation.steps);
  const conditions = conditionsOfLines(derivation.steps);
  return chainsIn(section.blocks)
    .filter((chain) => !chain.inline)
    .flatMap((chain) =>
      chain.lines.map((line, position) => ({
        chain,
        line,
        position,
        scope: scopes.get(chain.id) ?? section.scope,
        conditions: [
          ...(conditions.get(`${chain.id} ${position}`) ?? []),
          ...(line.condition === null ? [] : [line.condition]),
        ],
      })),
    )
    .map((line, at) => ({ ...line, number: at + 1 }));
}

function scopesOfChains(steps: readonly Step[]): ReadonlyMap<string, number> {
  const scopes = new Map<string, number>();
  for (const step of steps) {
    scopes.set(step.right.chain, step.scope);
    if (!scopes.has(step.left.chain)) scopes.set(step.left.chain, step.scope);
  }
  return scopes;
}

function conditionsOfLines(steps: readonly Step[]): ReadonlyMap<string, readonly Condition[]> {
  return new Map(steps.map(({ right, conditions }) => [`${right.chain} ${right.line}`, conditions]));
}
