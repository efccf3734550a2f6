import { type ReactNode, useState } from "react";
import { GuardView } from "./GuardView";
import { InputsView } from "./InputsView";
import { useOpenPage } from "./PageContext";
import { TabsView } from "./TabsView";

/** The right of a page: inputs, choices, figures. On a phone it is a tray that opens over the paper. */
export function BenchView(): ReactNode {
  const { page } = useOpenPage();
  const [isOpen, setIsOpen] = useState(false);
  const { inputs, indices } = page.workbench;
  if (inputs.length === 0 && indices.length === 0) return null;
  return (
    <section className={isOpen ? "bench is-open" : "bench"} aria-label="Bench">
      <button type="button" className="tray-handle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? "Back to the lines" : "Inputs and figures"}
      </button>
      <GuardView name="list of inputs">
        <InputsView />
      </GuardView>
      <TabsView />
    </section>
  );
}
