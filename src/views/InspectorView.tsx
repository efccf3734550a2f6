import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import { GuardView } from "./GuardView";

const PartView = lazy(() => import("./PartView"));

const never = () => () => {};

/**
 * The strip that says what a part of a formula is: its place is kept free, so that nothing moves when it speaks. What
 * it does is fetched once the page runs.
 */
export function InspectorView(): ReactNode {
  const runs = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <section className="inspector" aria-label="Inspect a formula">
      {runs ? (
        <GuardView name="inspector">
          <Suspense fallback={null}>
            <PartView />
          </Suspense>
        </GuardView>
      ) : null}
    </section>
  );
}
