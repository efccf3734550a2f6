import { createContext, type ReactNode, Suspense, useContext, useEffect, useLayoutEffect, useRef } from "react";

/** How a page that was there before React is taken over: part by part, so that it answers in between. */
export interface TakeOver {
  /** True until every part is React's. */
  readonly isComing: boolean;
  /** Ends when every part is connected. A change before that which parts share would have them all taken over at once. */
  readonly whenDone: Promise<void>;
  /** A part is React's: the whole page around all others, or one of them. */
  readonly taken: (part: TakenPart) => void;
  /** All that the part listens to is connected. */
  readonly connected: (part: TakenPart) => void;
}

export type TakenPart = "whole" | "part";

export const TakeOverContext = createContext<TakeOver>({
  isComing: false,
  whenDone: Promise.resolve(),
  taken: () => {},
  connected: () => {},
});

/** A part that is taken over in a task of its own. Within it nothing may wait that has no Suspense of its own. */
export function TakeOverView({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Suspense fallback={null}>
      <PartView>{children}</PartView>
    </Suspense>
  );
}

function PartView({ children }: { readonly children: ReactNode }): ReactNode {
  useTakenOver("part");
  return children;
}

/** Says that the part is taken over, once all within it is. */
export function useTakenOver(part: TakenPart): void {
  const takeOver = useContext(TakeOverContext);
  const said = useRef({ taken: false, connected: false });
  useLayoutEffect(() => {
    if (!said.current.taken) takeOver.taken(part);
    said.current.taken = true;
  }, [takeOver, part]);
  useEffect(() => {
    if (!said.current.connected) takeOver.connected(part);
    said.current.connected = true;
  }, [takeOver, part]);
}
