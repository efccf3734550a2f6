import { memo, type ReactNode } from "react";
import type { Relation } from "../formula/Expression";
import { FormulaView } from "./FormulaView";
import { isWide } from "./isWide";
import { LiveTextView } from "./LiveTextView";
import { usePageState } from "./PageContext";
import type { PageRow } from "./pageRows";
import { ScrollView } from "./ScrollView";
import { SmallerStepsView } from "./SmallerStepsView";
import { StruckView, struckVerdict } from "./StruckView";
import { VerdictView } from "./VerdictView";

interface Props {
  readonly row: PageRow;
  /** (1): the display's printed number. */
  readonly label: string | null;
}

/** One line. Where it stands, the reader's place in the page decides; its number moves by itself. */
export const LineView = memo(function LineView({ row, label }: Props): ReactNode {
  const place = usePageState(({ step, showAll }) =>
    step === row.number ? "current" : step > row.number || showAll ? "reached" : "ahead",
  );
  const isHidden = usePageState(({ prediction }) => prediction !== null && row.number > prediction.revealed);
  const hidesSign = usePageState(({ prediction }) => prediction?.isSignKnown === false);
  const relation = row.line.relation;
  const struck = struckVerdict(row);
  return (
    <li
      className={`line is-${place}${row.left !== null && isWide(row.left.formula.tex) ? " has-wide-left" : ""}${struck === null ? "" : " is-struck"}${isHidden ? " is-hidden" : ""}`}
      data-step={row.number}
      {...(place === "current" ? { "aria-current": "step" as const } : {})}
    >
      <div className="line-left">
        {row.left === null ? null : (
          <ScrollView>
            <FormulaView tex={row.left.formula.tex} style="display" />
          </ScrollView>
        )}
      </div>
      <div className="line-right">
        <div className="line-formula">
          {relation === null ? null : <RelationView relation={relation} />}
          {isHidden ? (
            <span className="hidden-side">hidden until you predict it</span>
          ) : (
            <ScrollView>
              <FormulaView tex={row.line.formula.tex} style="display" />
            </ScrollView>
          )}
          {label === null ? null : <span className="line-label">({label.replace(/^\(|\)$/g, "")})</span>}
        </div>
        <div className="line-rules">
          {row.line.rule === null ? null : <p className="line-rule">{row.line.rule}</p>}
          {isHidden ? null : <SmallerStepsView row={row} />}
        </div>
        {struck === null || isHidden ? null : <StruckView verdict={struck} />}
      </div>
      <div className="line-value">{isHidden || hidesSign ? null : <ValueView row={row} />}</div>
      <div className="line-check">{isHidden ? null : <VerdictView row={row} />}</div>
    </li>
  );
});

function ValueView({ row }: { readonly row: PageRow }): ReactNode {
  return (
    <>
      <span className="sr-only">value here: </span>
      {row.value === null ? <NoValueView row={row} /> : <LineValueView line={row.value} />}
    </>
  );
}

function LineValueView({ line }: { readonly line: number }): ReactNode {
  return (
    <span className="value-box">
      <LiveTextView className="value" kind="line" of={String(line)} hook />
    </span>
  );
}

function NoValueView({ row }: { readonly row: PageRow }): ReactNode {
  return (
    <span className="no-value" title={row.unavailable ?? undefined}>
      –<span className="sr-only"> {row.unavailable ?? "no value"}</span>
    </span>
  );
}

const relationText: Readonly<Record<Relation, string>> = {
  "=": "=",
  "≠": "≠",
  "<": "<",
  "≤": "≤",
  ">": ">",
  "≥": "≥",
  "∈": "∈",
  "≈": "≈",
  "∝": "∝",
  "≡": "≡",
  ":=": "≔",
  "⇒": "⇒",
};

function RelationView({ relation }: { readonly relation: Relation }): ReactNode {
  return <span className="relation">{relationText[relation]}</span>;
}
