import type { ReactNode } from "react";
import type { Chain } from "../derivation/Derivation";
import { GuardView } from "./GuardView";
import { LineView } from "./LineView";
import { useOpenPage, usePage, usePageState } from "./PageContext";

/** A chain as a table of lines: left side, line with its rule, value, verdict. */
export function ChainView({ chain }: { readonly chain: Chain }): ReactNode {
  const { rows } = useOpenPage();
  const own = rows.filter((row) => row.chain.id === chain.id);
  const isFirst = rows[0]?.chain.id === chain.id;
  if (own.length === 0) return null;
  return (
    <div className={`chain${chain.asPublished ? " chain-as-published" : ""}`}>
      <div className={isFirst ? "chain-head" : "chain-head sr-only"} aria-hidden="true">
        <span className="chain-head-line">Derivation</span>
        <span className="chain-head-value">
          <ValueHeadView />
        </span>
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

/** With one free index, the column says which member of it is shown. */
function ValueHeadView(): ReactNode {
  const [only, ...others] = usePage().workbench.indices;
  const value = usePageState(({ bindings }) => (only === undefined ? null : bindings.indices[only.letter]));
  return only === undefined || others.length > 0 ? "Value here" : `Value, ${only.letter} = ${value}`;
}
