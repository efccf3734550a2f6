import { useEffect } from "react";
import type { Page } from "../store/createPage";

/** Where arrow keys mean something else. */
const controls =
  "input, select, textarea, [contenteditable=true], [role=tab], [role=slider], .scrolls[tabindex], dialog";

/** ← → Home End step through the lines, unless the focus is in a control that uses them. */
export function useStepKeys(page: Page): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(controls) !== null) return;
      const step = stepAfter(event.key, page.state.getState().step, page.steps);
      if (step === null) return;
      event.preventDefault();
      page.goTo(step);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [page]);
}

function stepAfter(key: string, step: number, steps: number): number | null {
  switch (key) {
    case "ArrowRight":
      return step + 1;
    case "ArrowLeft":
      return step - 1;
    case "Home":
      return 1;
    case "End":
      return steps;
    default:
      return null;
  }
}
