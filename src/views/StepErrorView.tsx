import { lazy, type ReactNode, Suspense, useState } from "react";
import { usePage } from "./PageContext";
import type { PageRow } from "./pageRows";

const StepErrorChartView = lazy(() => import("./StepErrorChartView"));

/** How wrong the difference quotient is for every h: too large an h cuts the curve short, too small a one rounds. */
export function StepErrorView({ row }: { readonly row: PageRow }): ReactNode {
  const { workbench, observation } = usePage();
  const [open, setOpen] = useState(false);
  const step = row.compared === null ? -1 : workbench.steps.indexOf(row.compared);
  if (workbench.threeWay(step, observation.getState().bindings) === null) return null;
  return (
    <details className="step-error" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Error of the difference quotient against h</summary>
      {open ? (
        <Suspense fallback={<div className="step-error-place" />}>
          <StepErrorChartView key={step} step={step} />
        </Suspense>
      ) : null}
    </details>
  );
}
