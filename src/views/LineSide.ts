import type { Line, LineAddress } from "../derivation/Derivation";
import type { Variable } from "../formula/Expression";
import { type Part, partsOf } from "../formula/Part";
import { print } from "../formula/print";
import type { OpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";

/** A formula of the page's lines whose parts can be looked at: a row's own side, or the chain's first at its left. */
export interface LineSide {
  readonly row: number;
  readonly position: "left" | "right";
  readonly asPublished: boolean;
  readonly line: Line;
  /** Where the line stands in the document. */
  readonly address: LineAddress;
  /** Place in the observed values; null where the line has no value of its own. */
  readonly value: number | null;
  readonly scope: number;
  /** By which a prime differentiates where nothing else says. */
  readonly head: Variable | null;
  readonly parts: readonly Part[];
  /** What a part is, apart from its place: equal for twins. */
  readonly keys: readonly string[];
}

/** A part of a line's formula. */
export interface PartPlace {
  readonly side: LineSide;
  readonly part: number;
}

export function lineSides({ rows, page: { workbench } }: OpenPage): readonly LineSide[] {
  const sideOf = (row: PageRow, position: "left" | "right", line: Line | null): readonly LineSide[] => {
    if (line?.expression == null) return [];
    const at = workbench.lines.findIndex(
      ({ address }) => address.chain === row.chain.id && row.chain.lines[address.line] === line,
    );
    if (at < 0) return [];
    const scope = workbench.scopeOf(at);
    const parts = partsOf(line.expression);
    const keys = parts.map(({ expression }) =>
      expression.kind === "variable"
        ? `symbol ${workbench.canonical(expression.name, scope)}`
        : `${scope} ${print(expression)}`,
    );
    const value = workbench.lines[at]?.unavailable === null ? at : null;
    const address = workbench.lines[at]?.address ?? { chain: row.chain.id, line: 0 };
    const { asPublished } = row.chain;
    return [
      { row: row.number, position, asPublished, line, address, value, scope, head: workbench.headOf(at), parts, keys },
    ];
  };
  return rows.flatMap((row) => [...sideOf(row, "left", row.left), ...sideOf(row, "right", row.line)]);
}

export function expressionAt({ side, part }: PartPlace) {
  return side.parts[part]?.expression ?? null;
}
