import { lazy, type ReactNode, Suspense } from "react";
import { GuardView } from "./GuardView";
import { usePageState } from "./PageContext";

const PredictionView = lazy(() => import("./PredictionView"));

/** What the reader is asked before a line is shown; fetched when it is switched on. */
export function PredictingView(): ReactNode {
  const isOn = usePageState(({ prediction }) => prediction !== null);
  return isOn ? (
    <GuardView name="question">
      <Suspense fallback={null}>
        <PredictionView />
      </Suspense>
    </GuardView>
  ) : null;
}
