import type { ReactNode } from "react";
import { describeVerdict, noteWords, slipWords } from "../check/describeVerdict";
import type { Verdict } from "../check/Verdict";
import { CounterexampleView } from "./CounterexampleView";
import { explainLine } from "./describeLine";
import { FormulaView } from "./FormulaView";
import { useCurrentRow, useOpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";

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
  return explainLine(row) ?? (row.verdict === null ? "" : describeVerdict(row.verdict).sentence);
}

function NoteView({ row }: { readonly row: PageRow }): ReactNode {
  const { verdict } = row;
  const explanation = explainLine(row);
  if (verdict === null || row.line.error !== null)
    return explanation === null ? null : <p className="note note-plain">{explanation}</p>;
  switch (verdict.kind) {
    case "holds":
      return verdict.notes.length === 0 ? null : <p className="note note-plain">{remarks(verdict.notes)}</p>;
    case "not-checked":
      return (
        <p className="note note-not-checked">
          <strong>Not checked.</strong> {describeVerdict(verdict).sentence}
        </p>
      );
    case "holds-if":
      return <ConditionView verdict={verdict} />;
    case "fails":
      return <FailureView verdict={verdict} />;
  }
}

function ConditionView({ verdict }: { readonly verdict: Extract<Verdict, { kind: "holds-if" }> }): ReactNode {
  const { sentence, tex } = describeVerdict(verdict);
  return (
    <div className="note note-holds-if">
      <p>
        <strong>Holds on a condition.</strong> {sentence}{" "}
        {tex === null ? null : <FormulaView tex={tex} style="inline" />} {remarks(verdict.notes)}
      </p>
      <CounterexampleView verdict={verdict} />
    </div>
  );
}

function FailureView({ verdict }: { readonly verdict: Extract<Verdict, { kind: "fails" }> }): ReactNode {
  const { slip } = verdict;
  return (
    <div className="note note-fails">
      <p>
        <strong>Does not hold.</strong>{" "}
        {slip === null ? null : (
          <>
            {slipWords(slip)} The {slip.side} side would be <FormulaView tex={slip.tex} style="inline" />.{" "}
          </>
        )}
        {remarks(verdict.notes)}
      </p>
      <CounterexampleView verdict={verdict} />
    </div>
  );
}

function remarks(notes: Extract<Verdict, { kind: "holds" }>["notes"]): string {
  return notes.map(noteWords).join(" ");
}
