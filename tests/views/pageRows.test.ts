import { expect, test } from "vitest";
import { pageRows } from "../../src/views/pageRows";
import { sectionTally } from "../../src/views/sectionTally";
import { derivation, verdicts, workbench } from "./fixtures/logit";

const rows = pageRows(derivation, verdicts, "logit", workbench);

test("each side after the first is a row; the first stands at the left of the second", () => {
  expect(rows.map(({ number, left, line }) => [number, left?.formula.tex ?? null, line.rule])).toEqual([
    [1, "\\frac{\\partial L}{\\partial z}", "chain rule through a"],
    [2, null, "substitute dL/da, write σ out"],
    [3, null, "derivative of the sigmoid, last page"],
    [4, null, "cancel a and 1 − a"],
    [5, null, "expand"],
    [6, null, "collect terms"],
    [7, "\\frac{\\partial L}{\\partial z}", "substitute the slopes"],
  ]);
});

test("a row has the verdict and the values of the step that leads to it", () => {
  expect(rows.map(({ verdict }) => verdict?.kind)).toEqual([...Array<string>(6).fill("holds"), "fails"]);
  expect(rows.map(({ value, compared }) => [compared?.left, compared?.right, value])).toEqual([
    [0, 1, 1],
    [1, 2, 2],
    [2, 3, 3],
    [3, 4, 4],
    [4, 5, 5],
    [5, 6, 6],
    [7, 8, 8],
  ]);
});

test("a line that the engine can't compute has no value and says why", () => {
  const lines = workbench.lines.map((line, at) => (at === 3 ? { ...line, unavailable: "lost-index" } : line));
  const [, , third] = pageRows(derivation, verdicts, "logit", { ...workbench, lines });
  expect([third?.value, third?.unavailable]).toEqual([null, "lost-index"]);
});

test("a display of one side is a row of its own", () => {
  const section = derivation.sections[0];
  const chain = section?.blocks.find((block) => block.kind === "chain");
  if (section === undefined || chain?.kind !== "chain") throw new Error("No chain");
  const alone = { ...chain, lines: chain.lines.slice(0, 1) };
  const one = { ...derivation, sections: [{ ...section, blocks: [alone] }] };
  expect(pageRows(one, [], "logit", workbench).map(({ left, line }) => [left, line.formula.tex])).toEqual([
    [null, "\\frac{\\partial L}{\\partial z}"],
  ]);
});

test("what is published and fails asks for attention; the rest counts as it is", () => {
  expect(sectionTally(derivation, verdicts, "logit")).toEqual({ holds: 6, attention: 1, fails: 0 });
  const failing = verdicts.map((verdict, at) => (at === 2 ? (verdicts[6] ?? null) : verdict));
  expect(sectionTally(derivation, failing, "logit")).toEqual({ holds: 5, attention: 1, fails: 1 });
  expect(sectionTally(derivation, verdicts, "empty")).toEqual({ holds: 0, attention: 0, fails: 0 });
});
