import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkDerivation } from "../../src/check/checkDerivation";
import { openWorkbench } from "../../src/check/openWorkbench";
import { sayVerdict } from "../../src/check/SaidVerdict";
import { compileDerivation } from "../../src/derivation/compile";
import { createPage } from "../../src/store/createPage";
import { pointText } from "../../src/views/CounterexampleView";
import { setCounterexample } from "../../src/views/pageCounterexample";
import { pageRows } from "../../src/views/pageRows";
import { resizedBench } from "../../src/views/resizedBench";
import { handSchedule } from "../store/handSchedule";

const documents = ["softmax-cross-entropy", "math-for-backpropagation"].map((name) => {
  const { derivation, verdicts } = checkDerivation(compileDerivation(readFileSync(`src/library/${name}.md`, "utf8")));
  return { name, derivation, verdicts: verdicts.map((verdict) => verdict && sayVerdict(verdict)) };
});

test.each(documents)("the page of $name shows the numbers of each counterexample that it is set to", (document) => {
  const { derivation, verdicts } = document;
  let compared = 0;
  for (const { id } of derivation.sections) {
    const own = openWorkbench(derivation, id);
    for (const { verdict, compared: pair } of pageRows(derivation, verdicts, id, own)) {
      if (verdict === null || (verdict.kind !== "fails" && verdict.kind !== "holds-if")) continue;
      if (verdict.counterexample === null || pair === null) continue;
      const { schedule, turn } = handSchedule();
      const page = createPage(own, 9, schedule, resizedBench(own, derivation, id));
      setCounterexample(page, verdict.counterexample);
      turn();
      const { lineValues } = page.observation.getState();
      const { left, right, inputs } = verdict.counterexample;
      const isWithin = page.workbench.inputs.every(({ name, min, max }) =>
        Object.entries(inputs).every(([key, value]) => !key.startsWith(name) || (value >= min && value <= max)),
      );
      if (!isWithin) continue;
      expect(lineValues[pair.left]).toBeCloseTo(left, 9);
      expect(lineValues[pair.right]).toBeCloseTo(right, 9);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(3);
});

test("what a counterexample needs and the page has not is told beside it", () => {
  const text = "# Sums\n\n## S\n\n$$ \\sum_{i=1}^n i = \\frac{n(n-1)}{2} $$\n\n$$ (x+1)^2 = x^2 + 1 $$\n";
  const { derivation, verdicts } = checkDerivation(compileDerivation(text));
  const [section] = derivation.sections;
  const told = verdicts.map((verdict) =>
    verdict?.kind === "fails" && verdict.counterexample !== null
      ? pointText(verdict.counterexample, openWorkbench(derivation, section?.id ?? ""))
      : null,
  );
  expect(told).toEqual([expect.stringMatching(/n = \d/), expect.stringMatching(/^x = −?[\d.]+$/)]);
});
