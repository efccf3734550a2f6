import type { Bindings } from "../check/Bindings";
import type { Probe } from "../check/Probe";
import type { InputSpec } from "../check/Workbench";
import type { FigureTable } from "./FigureTable";
import { plainTex } from "./plainTex";

/** Points along each side of the table: a reader's, not the drawing's. */
const side = 11;

/** A map's function at a coarse grid of its two inputs. */
export function mapTable(
  probe: Probe,
  name: string,
  first: InputSpec,
  second: InputSpec,
  bindings: Bindings,
): FigureTable {
  const place = ({ min, max }: InputSpec, at: number) => min + ((max - min) * at) / (side - 1);
  const x = Float64Array.from({ length: side * side }, (_, at) => place(first, at % side));
  const y = Float64Array.from({ length: side * side }, (_, at) => place(second, Math.floor(at / side)));
  const values = probe.over(first.key, second.key, x, y, bindings);
  return {
    columns: [plainTex(first.tex), plainTex(second.tex), name],
    rows: [...values].map((value, at) => [x[at] ?? Number.NaN, y[at] ?? Number.NaN, value]),
  };
}
