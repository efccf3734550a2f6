import { type ComponentProps, lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";

const ChartFrameView = lazy(() => import("./ChartFrameView"));

const never = () => () => {};

/** A chart whose frame is fetched once the page runs; until then its place is kept free. */
export function ChartView(props: ComponentProps<typeof ChartFrameView>): ReactNode {
  const runs = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const place = <div style={{ height: props.height }} />;
  return runs ? (
    <Suspense fallback={place}>
      <ChartFrameView {...props} />
    </Suspense>
  ) : (
    place
  );
}
