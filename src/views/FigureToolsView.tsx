import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { copyPng, copySvg } from "./copyFigure";
import { csvText, type FigureTable } from "./FigureTable";
import { shortText } from "./formatNumber";
import { usePage } from "./PageContext";

interface Props {
  /** The element whose drawings are copied. */
  readonly root: RefObject<HTMLElement | null>;
  /** What is drawn now; asked only when the reader wants it. */
  readonly table: () => FigureTable;
}

/** More rows than this are thinned on the page; the copied data have them all. */
const mostRows = 24;

/** Milliseconds without a change before the numbers are set anew. */
const rest = 200;

/** Takes a figure along: as a picture, as numbers. */
export function FigureToolsView({ root, table }: Props): ReactNode {
  const [said, setSaid] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState<FigureTable | null>(null);
  const { observation } = usePage();
  useEffect(() => {
    if (!isOpen) return;
    let timer = setTimeout(() => setShown(table()));
    const unsubscribe = observation.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setShown(table()), rest);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [isOpen, observation, table]);
  const copy = (name: string, write: (element: HTMLElement) => Promise<void>) => {
    if (root.current === null) return;
    write(root.current).then(
      () => setSaid(`${name} copied`),
      () => setSaid(`This browser does not let ${name} be copied`),
    );
  };
  return (
    <div className="figure-tools">
      <button type="button" className="button button-small" onClick={() => copy("SVG", copySvg)}>
        Copy SVG
      </button>
      <button type="button" className="button button-small" onClick={() => copy("PNG", copyPng)}>
        Copy PNG
      </button>
      <button
        type="button"
        className="button button-small"
        onClick={() => copy("CSV", () => navigator.clipboard.writeText(csvText(table())))}
      >
        Copy CSV
      </button>
      <span role="status">{said}</span>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>Data</summary>
        {shown === null || !isOpen ? null : <NumbersView table={shown} />}
      </details>
    </div>
  );
}

function NumbersView({ table }: { readonly table: FigureTable }): ReactNode {
  const every = Math.ceil(table.rows.length / mostRows);
  return (
    <table className="figure-data">
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows
          .filter((_, at) => at % every === 0)
          .map((row) => (
            <tr key={row.join()}>
              {row.map((value, at) => (
                <td key={table.columns[at]}>{typeof value === "string" ? value : shortText(value, 6)}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
