import type { ReactNode } from "react";
import { CheckAgainView } from "./CheckAgainView";
import { scientificText, shortText } from "./formatNumber";
import type { PageRow } from "./pageRows";

/** What the check found of this step: how far the sides are apart at most, over how many points. */
export function StepFactsView({ row }: { readonly row: PageRow }): ReactNode {
  const { verdict } = row;
  if (verdict === null || verdict.kind === "not-checked") return null;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>
            largest relative difference
            {verdict.kind === "fails"
              ? " found"
              : `, ${thousands(verdict.samples)} ${verdict.samples === 1 ? "point" : "points"}`}
          </dt>
          <dd className={`fact fact-${verdict.kind}`}>{differenceText(verdict.largestDifference)}</dd>
        </div>
      </dl>
      <CheckAgainView />
    </>
  );
}

/** 1,234,567, without waking the browser's tables of languages. */
function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function differenceText(difference: number): string {
  return difference >= 1e-3 ? shortText(difference, 3) : scientificText(difference, 1);
}
