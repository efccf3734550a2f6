import { readFileSync } from "node:fs";
import { checkStep } from "../../src/check/checkStep";
import { surveyed } from "../../src/check/Surveyed";
import type { Assumption } from "../../src/formula/Definition";
import type { Expression } from "../../src/formula/Expression";
import { readInfix } from "./readInfix";

interface IdentityRow {
  readonly l: string;
  readonly r: string;
  readonly truth: "holds" | "fails" | "undefined";
  readonly dom?: Readonly<Record<string, { readonly lo?: number; readonly hi?: number; readonly open?: boolean }>>;
}

/** Pairs of formulas with a known truth: how many are judged right, wrong, or not at all. */
export function judgeIdentities(path: string): Readonly<Record<string, number>> {
  const rows = (JSON.parse(readFileSync(path, "utf8")) as { readonly rows: readonly IdentityRow[] }).rows.filter(
    (row) => row.truth !== "undefined",
  );
  const began = performance.now();
  const tally = { right: 0, wrong: 0, notChecked: 0 };
  for (const row of rows) {
    const kind = judge(row);
    if (kind === row.truth) tally.right += 1;
    else if (kind === "not-checked") tally.notChecked += 1;
    else tally.wrong += 1;
  }
  return { ...tally, milliseconds: Math.round(performance.now() - began) };
}

function judge({ l, r, dom }: IdentityRow): string {
  const [left, right] = [readInfix(l), readInfix(r)];
  const source = {
    scope: { definitions: [], assumptions: Object.entries(dom ?? {}).flatMap(bounds), declarations: [], sizes: {} },
    formulas: [[left, right]],
    givens: [],
    ranges: { sizes: {}, classes: 3, batch: 2 },
  };
  return checkStep({ left, right, relation: "=", headVariable: null, conditions: [] }, surveyed(source), {
    seed: 1,
    samples: 48,
  }).kind;
}

function bounds([name, { lo, hi, open }]: readonly [
  string,
  NonNullable<IdentityRow["dom"]>[string],
]): readonly Assumption[] {
  const span = { start: 0, end: 0 };
  const variable: Expression = { kind: "variable", name, indices: [], span };
  const number = (value: number): Expression => {
    const size: Expression = { kind: "number", text: String(Math.abs(value)), span };
    return value < 0 ? { kind: "negative", operand: size, span } : size;
  };
  const below = open === true ? "<" : "≤";
  const assume = (sides: readonly Expression[]): Assumption => ({
    condition: { sides, relations: [below], and: null },
    origin: "declared",
    span,
  });
  return [
    ...(lo === undefined ? [] : [assume([number(lo), variable])]),
    ...(hi === undefined ? [] : [assume([variable, number(hi)])]),
  ];
}
