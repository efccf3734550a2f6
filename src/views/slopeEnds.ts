import type { Workbench } from "../check/Workbench";
import type { Variable } from "../formula/Expression";
import { print } from "../formula/print";
import type { PageRow } from "./pageRows";

/** The end of a chain that begins with ∂loss/∂by. */
export interface SlopeEnd {
  readonly row: PageRow;
  readonly by: Variable;
}

/** The last line of each chain that derives a slope of the page's loss. */
export function slopeEnds(workbench: Workbench, rows: readonly PageRow[]): readonly SlopeEnd[] {
  return rows.flatMap((row, at): readonly SlopeEnd[] => {
    const by = rows[at + 1]?.chain === row.chain || row.value === null ? null : slopeBy(row, workbench);
    return by === null ? [] : [{ row, by }];
  });
}

/** What the head of a row's chain differentiates the loss by. */
function slopeBy({ chain }: PageRow, { loss }: Workbench): Variable | null {
  const head = chain.lines[0]?.expression ?? null;
  if (head?.kind !== "derivative" || loss === null || print(head.of) !== print(loss.expression)) return null;
  const [variable, ...more] = head.by;
  return more.length === 0 && variable?.kind === "variable" ? variable : null;
}
