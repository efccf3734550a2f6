import type { ReactNode } from "react";
import { describeVerdict } from "../check/describeVerdict";
import type { Counterexample, Verdict } from "../check/Verdict";
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
        At {pointText(counterexample, page.workbench.inputs)}
        {verdict.kind === "fails"
          ? null
          : ` and without it, the left side is ${shortText(counterexample.left, 6)}, the right side ${shortText(counterexample.right, 6)}`}
        : a difference of {shortText(Math.abs(counterexample.right - counterexample.left), 4)}.
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

function pointText(
  { inputs, indices }: Counterexample,
  specs: readonly { readonly key: string; readonly tex: string }[],
): string {
  const names = new Map(specs.map(({ key, tex }) => [key, plainTex(tex)]));
  const values = Object.entries({ ...inputs, ...indices });
  return values.map(([key, value]) => `${names.get(key) ?? plainTex(key)} = ${shortText(value)}`).join(", ");
}
