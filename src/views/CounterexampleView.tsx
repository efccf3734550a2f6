import type { ReactNode } from "react";
import type { Counterexample, Fails, HoldsIf } from "../check/Verdict";
import type { Workbench } from "../check/Workbench";
import { printName } from "../formula/printName";
import { indicesOf, symbolOf } from "./entryNames";
import { shortText } from "./formatNumber";
import { usePage } from "./PageContext";
import { inputsOnPage, setCounterexample } from "./pageCounterexample";
import { plainTex } from "./plainTex";

/** A point where the sides part, in full, and the way there. */
export function CounterexampleView({ verdict }: { readonly verdict: Fails | HoldsIf }): ReactNode {
  const page = usePage();
  const { counterexample } = verdict;
  if (counterexample === null) return null;
  const { left, right } = counterexample;
  const apart = Math.abs(right - left);
  return (
    <div className="counterexample">
      <p>
        {verdict.kind === "fails" ? "At " : "Without it, at "}
        {pointText(counterexample, page.workbench)}: left {shortText(left, 6)}, right {shortText(right, 6)}
        {Number.isFinite(apart) ? `, a difference of ${shortText(apart, 4)}` : ""}.
      </p>
      <button type="button" className="button button-small" onClick={() => setCounterexample(page, counterexample)}>
        Set the inputs to it
      </button>
    </div>
  );
}

/**
 * The inputs and indices that this page has, by the names that it shows; then what it has not, as the size of a range
 * that the step was judged at, or a symbol that the reader wrote.
 */
export function pointText(counterexample: Counterexample, workbench: Workbench): string {
  const { indices } = counterexample;
  const inputs = inputsOnPage(workbench, counterexample);
  const symbols = new Set(workbench.inputs.map(({ key }) => symbolOf(key)));
  const values = [
    ...workbench.inputs.map(({ key, tex }) => [tex, inputs[key]] as const),
    ...workbench.indices.map(({ letter, tex }) => [tex, indices[letter]] as const),
    ...Object.entries(counterexample.inputs).flatMap(([key, value]) =>
      symbols.has(symbolOf(key)) ? [] : [[printName(symbolOf(key), indicesOf(key).map(String)), value] as const],
    ),
  ];
  return values
    .flatMap(([tex, value]) => (value === undefined ? [] : [`${plainTex(tex)} = ${shortText(value)}`]))
    .join(", ");
}
