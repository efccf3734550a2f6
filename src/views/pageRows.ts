import type { SaidVerdict } from "../check/SaidVerdict";
import type { AxisSpec, Workbench, WorkbenchStep } from "../check/Workbench";
import type { Chain, Derivation, Line, LineAddress, Step } from "../derivation/Derivation";
import { everyBlock } from "./pageFormulas";

/**
 * A line as the page shows it: the side with its relation, the value and the verdict on the step that leads to it.
 * A chain's first side has no row of its own where others follow: it stands at the left of the next.
 */
export interface PageRow {
  /** From 1 through the page. */
  readonly number: number;
  readonly chain: Chain;
  readonly line: Line;
  readonly left: Line | null;
  /** Position in the workbench's lines, or null where the line has no value. */
  readonly value: number | null;
  /** Why it has no value. */
  readonly unavailable: string | null;
  readonly step: Step | null;
  readonly verdict: SaidVerdict | null;
  /** What the figures of this step compare. */
  readonly compared: WorkbenchStep | null;
}

/** The rows of a section in reading order. */
export function pageRows(
  derivation: Derivation,
  verdicts: readonly (SaidVerdict | null)[],
  section: string,
  workbench: Workbench,
): readonly PageRow[] {
  const blocks = derivation.sections.find(({ id }) => id === section)?.blocks ?? [];
  const chains = everyBlock(blocks).flatMap((block) => (block.kind === "chain" && !block.inline ? [block] : []));
  return chains.flatMap(rowsOf).map(({ chain, position }, index) => {
    const address = { chain: chain.id, line: position };
    const stepAt = derivation.steps.findIndex((step) => isSame(step.right, address));
    const step = derivation.steps[stepAt] ?? null;
    const value = workbench.lines.findIndex((line) => isSame(line.address, address));
    const unavailable = workbench.lines[value]?.unavailable ?? null;
    const first = chain.lines[0];
    const line = chain.lines[position] ?? first;
    if (line === undefined) throw new Error(`Chain ${chain.id} has no line ${position}`);
    return {
      number: index + 1,
      chain,
      line,
      left: position === 1 && first !== undefined && first.relation === null ? first : null,
      value: value < 0 || unavailable !== null ? null : value,
      unavailable,
      step,
      verdict: verdicts[stepAt] ?? null,
      compared: workbench.steps.find((candidate) => candidate.step.id === step?.id) ?? null,
    };
  });
}

/** The axis that a step's figure runs over: the one that the reader chose, its own, or the page's first. */
export function comparedAxis(
  { compared }: PageRow,
  { axes }: Workbench,
  chosen: string | null = null,
): AxisSpec | undefined {
  return axes.find(({ key }) => key === (chosen ?? compared?.axis)) ?? axes[0];
}

/** The workbench's lines that a step links, or the line alone where it links nothing. */
export function comparedLines({ compared, value }: PageRow): readonly number[] {
  if (compared !== null) return [compared.left, compared.right];
  return value === null ? [] : [value];
}

function rowsOf(chain: Chain): readonly { readonly chain: Chain; readonly position: number }[] {
  const leads = chain.lines.length > 1 && chain.lines[0]?.relation === null;
  return chain.lines.flatMap((_, position) => (leads && position === 0 ? [] : [{ chain, position }]));
}

function isSame(first: LineAddress, second: LineAddress): boolean {
  return first.chain === second.chain && first.line === second.line;
}
