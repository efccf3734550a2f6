import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/check/Verdict";
import { decodeSource } from "../../src/cli/decodeSource";
import { summarise } from "../../src/cli/summarise";
import type { Block, Chain, Derivation, Step } from "../../src/derivation/Derivation";
import { verbatimFormula } from "../../src/derivation/Formula";

/** A document written by hand: displays of sides joined by "=", cut at known places. */
const text = "## Expand\n\n$$ (a + b)^2 = a^2 + b^2 $$\n\n> $$ 2x = x + x = 3x $$\n";

const fails: Verdict = {
  kind: "fails",
  samples: 86,
  largestDifference: Number.POSITIVE_INFINITY,
  counterexample: { inputs: { a: 0.5, b: -2 }, indices: { k: 1 }, left: 2.25, right: Number.NaN },
  slip: null,
  notes: [],
};

const holds: Verdict = { kind: "holds", samples: 86, largestDifference: 2e-16, notes: [] };

function chain(id: string, sides: readonly string[], asPublished: boolean): Chain {
  let from = text.indexOf(sides[0] ?? "");
  const lines = sides.map((side, index) => {
    const start = text.indexOf(side, from);
    from = start + side.length;
    const span = { start, end: from };
    const formula = verbatimFormula(text, start, from);
    const common = { expression: null, error: null, rule: null, condition: null, continued: false };
    return { relation: index === 0 ? null : ("=" as const), formula, span, ...common };
  });
  return { kind: "chain", id, lines, label: null, asPublished, inline: false };
}

function step(id: string, chainId: string, line: number, asPublished: boolean, role: Step["role"] = "claim"): Step {
  const left = { chain: chainId, line: line - 1 };
  const right = { chain: chainId, line };
  return {
    id,
    section: "expand",
    left,
    right,
    relation: "=",
    role,
    reason: null,
    scope: 0,
    asPublished,
    conditions: [],
  };
}

function derivation(blocks: readonly Block[], steps: readonly Step[]): Derivation {
  const title = [
    { kind: "text", text: "Expand " },
    { kind: "emphasis", children: [{ kind: "text", text: "the " }] },
    { kind: "formula", formula: { tex: "(a+b)^2", segments: [] } },
  ] as const;
  const section = { id: "expand", title, level: 2, blocks, scope: 0, scenarios: [] };
  return { title: "Squares", source: null, sections: [section], steps, scopes: [], examples: [], problems: [] };
}

function summary(blocks: readonly Block[], steps: readonly Step[], verdicts: readonly (Verdict | null)[]) {
  const decoded = decodeSource("a.md", new TextEncoder().encode(text));
  if (!decoded.ok) throw new Error("not decoded");
  return summarise("a.md", decoded.source, { derivation: derivation(blocks, steps), verdicts, seed: 1 }, []);
}

const square = chain("c1", ["(a + b)^2", "a^2 + b^2"], false);
const double = chain("c2", ["2x", "x + x", "3x"], true);
const callout: Block = { kind: "callout", tone: "caution", title: "As published", asPublished: true, blocks: [double] };

describe("a summary", () => {
  it("points at the right side and keeps the counterexample", () => {
    const { steps } = summary([square], [step("s1", "c1", 1, false)], [fails]);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      section: "Expand the $(a+b)^2$",
      place: { line: 3, column: 16, endLine: 3, endColumn: 25 },
      left: "(a + b)^2",
      right: "a^2 + b^2",
      verdict: "fails",
      largestDifference: null,
      counterexample: { inputs: { a: 0.5, b: -2, k: 1 }, left: 2.25, right: null },
    });
    expect(steps[0]?.excerpt).toEqual([{ line: 3, text: "$$ (a + b)^2 = a^2 + b^2 $$", from: 15, to: 24 }]);
  });

  it("underlines the slip where it is on the left side", () => {
    const slip = { code: "exponent", side: "left", span: { start: 8, end: 9 }, tex: "(a + b)^1" } as const;
    const { steps } = summary([square], [step("s1", "c1", 1, false)], [{ ...fails, slip }]);
    expect(steps[0]?.excerpt[0]).toMatchObject({ from: 11, to: 12 });
    expect(steps[0]?.slip).toContain(": (a + b)^1");
  });

  it("lists definitions apart", () => {
    const { steps, definitions } = summary([square], [step("s1", "c1", 1, false, "definition")], [null]);
    expect(steps).toEqual([]);
    expect(definitions).toEqual([{ line: 3, symbol: "(a + b)^2" }]);
  });

  it.each<[string, readonly Verdict[], readonly string[]]>([
    ["of which one step fails", [holds, fails], []],
    ["of which all steps hold", [holds, holds], ["published-holds"]],
  ])("of a published callout %s", (_, verdicts, problems) => {
    const steps = [step("s1", "c2", 1, true), step("s2", "c2", 2, true)];
    expect(summary([callout], steps, verdicts).problems.map(({ code }) => code)).toEqual(problems);
  });
});
