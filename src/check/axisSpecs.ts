import { compile } from "../calculus/compile";
import { entryKey } from "../calculus/entryKey";
import { run } from "../calculus/evaluate";
import type { NodeId } from "../calculus/Graph";
import { hashText } from "../calculus/hashText";
import { inputsBelow } from "../calculus/inputsBelow";
import type { Derivative, Expression, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import { choices, type PageWorld } from "./PageWorld";
import type { PageLine } from "./pageLines";
import type { AxisSpec } from "./Workbench";

/** An intermediate that the page differentiates by, cut from its definition. */
export interface IntermediateAxis extends AxisSpec {
  /** Its node in a scope of the page, or null where that scope does not have it. */
  readonly nodeIn: (world: PageWorld, indices: Readonly<Record<string, number>>) => NodeId | null;
}

export function axisSpecs(
  lines: readonly PageLine[],
  worldOf: (scope: number) => PageWorld,
  home: number,
): readonly IntermediateAxis[] {
  const page = worldOf(home);
  const found = new Map<string, IntermediateAxis>();
  for (const { line } of lines) {
    if (line.expression === null) continue;
    for (const derivative of derivativesIn(line.expression))
      for (const by of derivative.by) {
        if (by.kind !== "variable" || !page.world.definitions.has(page.world.canonical(by.name))) continue;
        for (const choice of choices(page.letters(by))) {
          const at = page.node(by, choice, null);
          if (!("node" in at)) continue;
          const indices = by.indices.map((index) =>
            index.kind === "variable" ? (choice[index.name] ?? 1) : index.kind === "number" ? Number(index.text) : 1,
          );
          const key = entryKey(page.world.canonical(by.name), indices);
          if (found.has(key)) continue;
          const [min, max] = extent(page, at.node);
          found.set(key, {
            key,
            name: page.world.canonical(by.name),
            tex: printAt(by, indices),
            node: at.node,
            min,
            max,
            nodeIn: (world) => nodeOf(world, by, choice),
          });
        }
      }
  }
  return [...found.values()];
}

function nodeOf(world: PageWorld, by: Variable, choice: Readonly<Record<string, number>>): NodeId | null {
  const found = world.node(by, choice, null);
  return "node" in found ? found.node : null;
}

function derivativesIn(expression: Expression): readonly Derivative[] {
  const found: Derivative[] = [];
  walk(expression, (part) => {
    if (part.kind === "derivative") found.push(part);
  });
  return found;
}

function printAt(by: Variable, indices: readonly number[]): string {
  return print({
    ...by,
    indices: indices.map((value): Expression => ({ kind: "number", text: String(value), span: by.span })),
  });
}

/** How far an intermediate goes: a probability stays inside (0, 1), anything else gets [−6, 6]. */
function extent(page: PageWorld, node: NodeId): readonly [number, number] {
  const { builder, leaves } = page.world;
  const count = 64;
  const columns: Record<string, Float64Array> = {};
  for (const input of inputsBelow(builder.nodes, [node]).inputs) {
    const key = leaves.get(input)?.key ?? "";
    columns[key] = Float64Array.from({ length: count }, (_, at) => ((hashText(`${key} ${at}`) % 801) - 400) / 100);
  }
  const values = run(compile(builder.nodes, [node]), columns, count)[0] as Float64Array;
  const inside = values.every((value) => value >= 0 && value <= 1);
  return inside && count > 0 ? [0.01, 0.99] : [-6, 6];
}
