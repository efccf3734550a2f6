import type { ReactNode } from "react";
import { describeVerdict } from "../check/describeVerdict";
import type { Counterexample, Verdict } from "../check/Verdict";
import type { Workbench } from "../check/Workbench";
import { explainLine } from "./describeLine";
import { FormulaView } from "./FormulaView";
import { shortText } from "./formatNumber";
import { useCurrentRow, useOpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";
import { plainTex } from "./plainTex";

/** What there is to say about the current line: always told to screen readers, shown where it needs attention. */
export function StepNoteView(): ReactNode {
  const row = useCurrentRow();
  const { rows } = useOpenPage();
  if (row === null) return null;
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {`Line ${row.number} of ${rows.length}${row.line.rule === null ? "" : `, ${row.line.rule}`}. ${sentenceOf(row)}`}
      </p>
      <NoteView row={row} />
    </>
  );
}

function sentenceOf(row: PageRow): string {
  return row.verdict === null ? (explainLine(row) ?? "") : describeVerdict(row.verdict).sentence;
}

function NoteView({ row }: { readonly row: PageRow }): ReactNode {
  const { verdict } = row;
  if (verdict === null) {
    const text = explainLine(row);
    return text === null ? null : <p className="note note-plain">{text}</p>;
  }
  if (verdict.kind === "holds") {
    return verdict.notes.length === 0 ? null : <p className="note note-plain">{describeVerdict(verdict).sentence}</p>;
  }
  const { sentence, tex } = describeVerdict(verdict);
  return (
    <div className={`note note-${verdict.kind}`}>
      <p>
        <strong>{titles[verdict.kind]}</strong> {sentence}
        {tex === undefined || tex === null ? null : (
          <>
            {" "}
            <FormulaView tex={tex} style="inline" />
          </>
        )}
      </p>
      <CounterexampleView verdict={verdict} />
    </div>
  );
}

const titles: Readonly<Record<Exclude<Verdict["kind"], "holds">, string>> = {
  "holds-if": "Holds on a condition.",
  fails: "Does not hold.",
  "not-checked": "Not checked.",
};

function CounterexampleView({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { page } = useOpenPage();
  if (verdict.kind !== "fails" && verdict.kind !== "holds-if") return null;
  const { counterexample } = verdict;
  if (counterexample === null) return null;
  return (
    <div className="counterexample">
      <p>
        {verdict.kind === "fails" ? "At " : "Without it, at "}
        {pointText(counterexample, page.workbench)}
        {verdict.kind === "fails"
          ? ":"
          : `: left ${shortText(counterexample.left, 6)}, right ${shortText(counterexample.right, 6)},`}{" "}
        a difference of {shortText(Math.abs(counterexample.right - counterexample.left), 4)}.
      </p>
      <button
        type="button"
        className="button button-small"
        onClick={() => page.setInputs(counterexample.inputs, counterexample.indices)}
      >
        Set the inputs to it
      </button>
    </div>
  );
}

/** The inputs and indices that this page has, by the names that it shows. */
function pointText({ inputs, indices }: Counterexample, workbench: Workbench): string {
  const values = [
    ...workbench.inputs.map(({ key, tex }) => [tex, inputs[key]] as const),
    ...workbench.indices.map(({ letter, tex }) => [tex, indices[letter]] as const),
  ];
  return values
    .flatMap(([tex, value]) => (value === undefined ? [] : [`${plainTex(tex)} = ${shortText(value)}`]))
    .join(", ");
}
