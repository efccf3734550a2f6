import type { ReactNode } from "react";
import type { SaidVerdict } from "../check/SaidVerdict";
import { CounterexampleView } from "./CounterexampleView";
import { explainLine } from "./describeLine";
import { FormulaView } from "./FormulaView";
import { useCurrentRow, useOpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";
import { useIsHidden } from "./useIsHidden";

/** What there is to say about the current line: always told to screen readers, shown where it needs attention. */
export function StepNoteView(): ReactNode {
  const row = useCurrentRow();
  const { rows } = useOpenPage();
  const isHidden = useIsHidden(row);
  if (row === null) return null;
  if (isHidden)
    return (
      <p className="sr-only" aria-live="polite">
        {`Line ${row.number} of ${rows.length}${row.line.rule === null ? "" : `, ${row.line.rule}`}: hidden until you predict it.`}
      </p>
    );
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
  return explainLine(row) ?? (row.verdict === null ? "" : row.verdict.words.sentence);
}

function NoteView({ row }: { readonly row: PageRow }): ReactNode {
  const { verdict } = row;
  const explanation = explainLine(row);
  if (verdict === null || row.line.error !== null)
    return explanation === null ? null : <p className="note note-plain">{explanation}</p>;
  switch (verdict.kind) {
    case "holds":
      return verdict.words.notes === "" ? null : <p className="note note-plain">{verdict.words.notes}</p>;
    case "not-checked":
      return (
        <p className="note note-not-checked">
          <strong>Not checked.</strong> {verdict.words.sentence}
        </p>
      );
    case "holds-if":
      return <ConditionView verdict={verdict} />;
    case "fails":
      return <FailureView verdict={verdict} />;
  }
}

function ConditionView({ verdict }: { readonly verdict: Extract<SaidVerdict, { kind: "holds-if" }> }): ReactNode {
  const { sentence, tex, notes } = verdict.words;
  return (
    <div className="note note-holds-if">
      <p>
        <strong>Holds on a condition.</strong> {sentence}{" "}
        {tex === null ? null : <FormulaView tex={tex} style="inline" />} {notes}
      </p>
      <CounterexampleView verdict={verdict} />
    </div>
  );
}

function FailureView({ verdict }: { readonly verdict: Extract<SaidVerdict, { kind: "fails" }> }): ReactNode {
  const { slip } = verdict;
  return (
    <div className="note note-fails">
      <p>
        <strong>Does not hold.</strong>{" "}
        {slip === null ? null : (
          <>
            {verdict.words.slip} The {slip.side} side would be <FormulaView tex={slip.tex} style="inline" />.{" "}
          </>
        )}
        {verdict.words.notes}
      </p>
      <CounterexampleView verdict={verdict} />
    </div>
  );
}
