import type { ReactNode } from "react";
import type { Chain } from "../derivation/Derivation";
import { GuardView } from "./GuardView";
import { LineView } from "./LineView";
import { useOpenPage } from "./PageContext";

/** A chain as a table of lines: left side, line with its rule, value, verdict. */
export function ChainView({ chain }: { readonly chain: Chain }): ReactNode {
  const { rows, page } = useOpenPage();
  const own = rows.filter((row) => row.chain.id === chain.id);
  const isFirst = rows[0]?.chain.id === chain.id;
  const indices = page.workbench.indices.map(({ letter }) => letter);
  if (own.length === 0) return null;
  return (
    <div className={`chain${chain.asPublished ? " chain-as-published" : ""}`}>
      <div className={isFirst ? "chain-head" : "chain-head sr-only"} aria-hidden="true">
        <span className="chain-head-line">Derivation</span>
        <span className="chain-head-value">{indices.length === 0 ? "Value here" : "Value"}</span>
        <span className="chain-head-check">Check</span>
      </div>
      <ol className="lines">
        {own.map((row) => (
          <GuardView key={row.number} name="line" instead={<li className="failed">This line could not be shown.</li>}>
            <LineView row={row} label={row === own.at(-1) ? chain.label : null} />
          </GuardView>
        ))}
      </ol>
    </div>
  );
}
