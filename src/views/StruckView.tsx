import type { ReactNode } from "react";
import type { Fails } from "../check/Verdict";
import { pointText } from "./CounterexampleView";
import { shortText } from "./formatNumber";
import { usePage } from "./PageContext";
import type { PageRow } from "./pageRows";

/** The verdict of a line that the source got wrong; null for every other line. */
export function struckVerdict({ chain, verdict }: PageRow): Fails | null {
  return chain.asPublished && verdict?.kind === "fails" ? verdict : null;
}

/** Under a struck line: where it fails, with both values. */
export function StruckView({ verdict }: { readonly verdict: Fails }): ReactNode {
  const { workbench } = usePage();
  const { left, right } = verdict.counterexample;
  return (
    <p className="line-rule line-counter">
      Wrong at {pointText(verdict.counterexample, workbench)}: {shortText(left)} against {shortText(right)}
    </p>
  );
}
