import { type ReactNode, useCallback, useRef, useState } from "react";
import type { ThreeWayGradient } from "../check/Workbench";
import type { Observation } from "../store/Observation";
import { agreedDigits } from "./agreedDigits";
import { numberText, scientificText } from "./formatNumber";
import { usePage } from "./PageContext";
import type { PageRow } from "./pageRows";
import { useLive } from "./useLive";
import { writeText } from "./writeText";

const ways = ["formula", "automatic", "central"] as const;

const names: Readonly<Record<(typeof ways)[number], string>> = {
  formula: "this line",
  automatic: "automatic differentiation",
  central: "central difference",
};

/** One gradient computed three ways, the digits on which all agree set off from the rest. */
export function ThreeWayView({ row }: { readonly row: PageRow }): ReactNode {
  const { workbench, observation } = usePage();
  const step = row.compared === null ? -1 : workbench.steps.indexOf(row.compared);
  const initial = workbench.threeWay(step, observation.getState().bindings);
  return initial === null ? null : <GradientsView key={step} step={step} initial={initial} />;
}

function GradientsView({ step, initial }: { readonly step: number; readonly initial: ThreeWayGradient }): ReactNode {
  const { workbench } = usePage();
  const table = useRef<HTMLTableElement>(null);
  const [cells] = useState(() => cellsOf(initial));
  const write = useCallback(
    ({ bindings }: Observation) => {
      const gradient = workbench.threeWay(step, bindings);
      if (table.current === null || gradient === null) return;
      const now = cellsOf(gradient);
      ways.forEach((way) => {
        const cell = table.current?.querySelector(`[data-way=${way}]`);
        const [agreed, rest] = now[way];
        writeText(cell?.firstElementChild, agreed);
        writeText(cell?.lastElementChild, rest);
      });
      writeText(table.current.querySelector("[data-h]"), scientificText(gradient.h, 0));
    },
    [workbench, step],
  );
  useLive(write);
  return (
    <table className="three-way" ref={table}>
      <caption>The gradient three ways</caption>
      <tbody>
        {ways.map((way) => (
          <tr key={way}>
            <th scope="row">
              {names[way]}
              {way === "central" ? (
                <>
                  , <i>h</i> ={" "}
                  <span data-h suppressHydrationWarning>
                    {scientificText(initial.h, 0)}
                  </span>
                </>
              ) : null}
            </th>
            <td data-way={way}>
              <span className="agreed" suppressHydrationWarning>
                {cells[way][0]}
              </span>
              <span className="not-agreed" suppressHydrationWarning>
                {cells[way][1]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellsOf(gradient: ThreeWayGradient): Readonly<Record<(typeof ways)[number], readonly [string, string]>> {
  const decimals = 12;
  const known = ways.filter((way) => gradient[way] !== null);
  const split = agreedDigits(known.map((way) => numberText(gradient[way] ?? Number.NaN, decimals)));
  const cell = (way: (typeof ways)[number]): readonly [string, string] => split[known.indexOf(way)] ?? ["–", ""];
  return { formula: cell("formula"), automatic: cell("automatic"), central: cell("central") };
}
