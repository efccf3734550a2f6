import { type ReactNode, useCallback, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import { type ClassesPicture, collapsed } from "./classesPicture";
import type { ClassFormulas } from "./classFormulas";
import { FormulaView } from "./FormulaView";
import { numberText, shortText } from "./formatNumber";
import { plainTex } from "./plainTex";
import { total } from "./total";
import { useWritten } from "./useWritten";
import { writeText } from "./writeText";

interface Props {
  readonly source: StoreApi<ClassesPicture>;
  readonly count: number;
  readonly formulas: ClassFormulas;
}

/** The chosen column times the slope of the loss, term by term, and what the sum collapses to. */
export function ContractionView({ source, count, formulas }: Props): ReactNode {
  const root = useRef<HTMLTableElement>(null);
  const write = useCallback((picture: ClassesPicture) => {
    const table = root.current;
    if (table === null) return;
    const { terms, slopes, jacobian, column, probabilities, labels, gradient } = picture;
    const say = (selector: string, text: string) => writeText(table.querySelector(selector), text);
    table.querySelectorAll("tbody tr").forEach((row, at) => {
      const numbers = [slopes[at], jacobian[at]?.[column], terms[at]];
      row.querySelectorAll("td").forEach((cell, place) => {
        writeText(cell, numberText(numbers[place] ?? Number.NaN, 4));
      });
      row.classList.toggle("is-chosen", at === column);
    });
    const sum = total(terms);
    table.setAttribute("data-contraction", String(sum));
    say("[data-total]", numberText(sum, 6));
    say("[data-column]", `k = ${column + 1}`);
    const short = collapsed(picture);
    table.querySelector("[data-collapsed]")?.toggleAttribute("hidden", short === null);
    table.querySelector("[data-quotient]")?.toggleAttribute("hidden", short === null);
    if (short === null) return;
    const [p, y] = [probabilities[column] ?? Number.NaN, labels[column] ?? Number.NaN];
    say("[data-short]", numberText(short, 6));
    say("[data-parts]", `${numberText(p, 4)} · ${shortText(total(labels))} − ${shortText(y)}`);
    table.querySelector("[data-collapsed]")?.setAttribute("data-gradient", String(gradient[column]));
  }, []);
  useWritten(source, write);
  return (
    <table className="contraction" ref={root}>
      <caption>
        The column <span data-column /> times the slope of the loss, summed over <i>j</i>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <i>j</i>
          </th>
          <th scope="col">
            <FormulaView tex={formulas.slope} style="inline" />
            {formulas.quotient === null ? null : (
              <span data-quotient>
                {" = "}
                <FormulaView tex={formulas.quotient} style="inline" />
              </span>
            )}
          </th>
          <th scope="col">
            <span className="sr-only">{plainTex(formulas.jacobian)}</span>
            <span aria-hidden="true">
              <FormulaView tex={formulas.jacobian} style="inline" />
            </span>
          </th>
          <th scope="col">product</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, at) => at + 1).map((j) => (
          <tr key={j}>
            <th scope="row">{j}</th>
            <td>–</td>
            <td>–</td>
            <td>–</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            sum over <i>j</i>
          </th>
          <td data-total>–</td>
        </tr>
        {formulas.collapsed === null ? null : (
          <tr data-collapsed>
            <th scope="row" colSpan={3}>
              the probabilities cancel: <FormulaView tex={formulas.collapsed} style="inline" /> = <span data-parts />
            </th>
            <td data-short>–</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}
