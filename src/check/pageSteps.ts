import { entryKey } from "../calculus/entryKey";
import type { Derivation } from "../derivation/Derivation";
import type { Variable } from "../formula/Expression";
import { headVariable } from "./headVariable";
import type { PageWorld } from "./PageWorld";
import type { PageLine } from "./pageLines";
import type { WorkbenchStep } from "./Workbench";

/** The steps of a section between lines of its page, each with the axis that its figure starts with. */
export function pageSteps(
  derivation: Derivation,
  sectionId: string,
  lines: readonly PageLine[],
  keys: readonly string[],
  start: Readonly<Record<string, number>>,
  worldOf: (scope: number) => PageWorld,
  inputOf: (line: number) => string | null,
): readonly WorkbenchStep[] {
  const at = new Map(lines.map((line, index) => [`${line.chain.id} ${line.position}`, index]));
  return derivation.steps
    .filter((step) => step.section === sectionId)
    .flatMap((step): readonly WorkbenchStep[] => {
      const [left, right] = [
        at.get(`${step.left.chain} ${step.left.line}`),
        at.get(`${step.right.chain} ${step.right.line}`),
      ];
      if (left === undefined || right === undefined) return [];
      const by = headVariable((lines[left] as PageLine).chain.lines[0]?.expression ?? null);
      // A definition is drawn over something that it is made of, not over the symbol that it defines.
      const own = step.role === "definition" || by === null;
      return [
        {
          step,
          left,
          right,
          axis: own ? (inputOf(right) ?? keys[0] ?? null) : axisFor(by, keys, start, worldOf(step.scope)),
        },
      ];
    });
}

/** The axis of a symbol at the indices that the page starts with; else any entry of it; else the first axis there is. */
function axisFor(
  by: Variable,
  keys: readonly string[],
  start: Readonly<Record<string, number>>,
  page: PageWorld,
): string | null {
  const name = page.world.canonical(by.name);
  const indices = by.indices.map((index) =>
    index.kind === "variable" ? (start[index.name] ?? 1) : index.kind === "number" ? Number(index.text) : 1,
  );
  const exact = entryKey(name, indices);
  return keys.find((key) => key === exact) ?? keys.find((key) => key.startsWith(`${name}_`)) ?? keys[0] ?? null;
}
