import type { ReactNode } from "react";
import { GuardView } from "./GuardView";
import { InputsView } from "./InputsView";
import { useOpenPage } from "./PageContext";
import { TabsView } from "./TabsView";

/** The right of a page: inputs, choices, figures. */
export function BenchView(): ReactNode {
  const { page } = useOpenPage();
  const { inputs, indices } = page.workbench;
  if (inputs.length === 0 && indices.length === 0) return null;
  return (
    <section className="bench" aria-label="Bench">
      <GuardView name="list of inputs">
        <InputsView />
      </GuardView>
      <TabsView />
    </section>
  );
}
