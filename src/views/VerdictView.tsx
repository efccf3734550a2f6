import type { ReactNode } from "react";
import type { Verdict } from "../check/Verdict";
import { describeLine } from "./describeLine";
import type { PageRow } from "./pageRows";
import { verdictLabel } from "./verdictLabel";

const icons: Readonly<Record<Verdict["kind"], string>> = {
  holds: "✓",
  "holds-if": "✓",
  fails: "✗",
  "not-checked": "–",
};

/** The verdict on a line in icon, words and colour; what is no claim says what it is instead. */
export function VerdictView({ row }: { readonly row: PageRow }): ReactNode {
  const { verdict } = row;
  if (verdict === null) return <span className="verdict-none">{describeLine(row)}</span>;
  return (
    <span className={`verdict verdict-${verdict.kind}`} data-verdict={verdict.kind} title={verdict.words.sentence}>
      <span aria-hidden="true">{icons[verdict.kind]}</span>{" "}
      {verdict.kind.startsWith("holds") ? <span className="sr-only">holds, </span> : null}
      {verdictLabel(verdict)}
    </span>
  );
}
