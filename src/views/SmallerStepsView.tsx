import { type ReactNode, useId, useState } from "react";
import { useOpenedStep } from "./DocumentContext";
import { FormulaView } from "./FormulaView";
import type { PageRow } from "./pageRows";
import { ScrollView } from "./ScrollView";
import { smallRule } from "./smallRule";

/** A big step opened: the lines in between, each judged like a line of the document. Nothing where there are none. */
export function SmallerStepsView({ row }: { readonly row: PageRow }): ReactNode {
  const opened = useOpenedStep(row.step?.id ?? null);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (opened === null) return null;
  const { between, last } = opened;
  return (
    <>
      <button
        type="button"
        className="smaller-opener"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? "close" : `in ${between.length + 1} smaller steps`}
      </button>
      <ol className="smaller" id={id} hidden={!isOpen}>
        {isOpen
          ? between.map(({ tex, rule }) => (
              <li key={tex}>
                <span className="line-formula">
                  <span className="relation">=</span>
                  <ScrollView>
                    <FormulaView tex={tex} style="display" />
                  </ScrollView>
                </span>
                <span className="smaller-rule">✓ holds · {smallRule(rule)}</span>
              </li>
            ))
          : null}
        {isOpen ? <li className="smaller-rule">✓ holds · and then the line above: {smallRule(last)}</li> : null}
      </ol>
    </>
  );
}
