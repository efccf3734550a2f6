import { type ReactNode, useState } from "react";
import { chainsIn } from "../derivation/addresses";
import type { Block, Callout } from "../derivation/Derivation";
import { ChainView } from "./ChainView";
import { GuardView } from "./GuardView";
import { InlinesView } from "./InlineView";
import { useOpenPage, usePageState } from "./PageContext";
import type { PageRow } from "./pageRows";

/** Blocks of a section in reading order. */
export function BlocksView({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document's blocks never change while they are shown
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <InlinesView inlines={block.children} />
        </p>
      );
    case "heading":
      return (
        <h2 className="subheading">
          <InlinesView inlines={block.children} />
        </h2>
      );
    case "list":
      return <ListView block={block} />;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote>
          <BlocksView blocks={block.blocks} />
        </blockquote>
      );
    case "table":
      return <TableView rows={block.rows} />;
    case "rule":
      return <hr />;
    case "chain":
      return (
        <GuardView name="derivation">
          <ChainView chain={block} />
        </GuardView>
      );
    case "callout":
      return <CalloutView callout={block} />;
  }
}

function ListView({ block }: { readonly block: Extract<Block, { kind: "list" }> }): ReactNode {
  const items = block.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a document's list never changes while it is shown
    <li key={index}>
      <BlocksView blocks={item} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function TableView({ rows }: { readonly rows: Extract<Block, { kind: "table" }>["rows"] }): ReactNode {
  const [head = [], ...body] = rows;
  /* biome-ignore-start lint/suspicious/noArrayIndexKey: a document's table never changes while it is shown */
  return (
    <div className="scrolls">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                <InlinesView inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <InlinesView inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  /* biome-ignore-end lint/suspicious/noArrayIndexKey: a document's table never changes while it is shown */
}

/** Prose runs on in the callout; a chain in it keeps the columns of the page. */
function CalloutView({ callout }: { readonly callout: Callout }): ReactNode {
  return callout.asPublished ? <PublishedView callout={callout} /> : <PlainCalloutView callout={callout} />;
}

/**
 * What the source got wrong, beside what is right: it is there while its lines are read. A reader who puts it away then
 * goes on at the line that follows it.
 */
function PublishedView({ callout }: { readonly callout: Callout }): ReactNode {
  const { page, rows } = useOpenPage();
  const [isShown, setIsShown] = useState(true);
  const chains = chainsIn(callout.blocks).map(({ id }) => id);
  const isOwn = (row: PageRow | undefined) => chains.includes(row?.chain.id ?? "");
  const isRead = usePageState(({ step }) => isOwn(rows[step - 1]));
  const isOpen = isShown || isRead;
  const last = rows.findLastIndex(isOwn);
  const outside = rows[last + 1] ?? rows.findLast((row) => !isOwn(row));
  const toggle = () => {
    setIsShown(!isOpen);
    if (isRead && outside !== undefined) page.goTo(outside.number);
  };
  return (
    <div role="note" className={`callout callout-${callout.tone} as-published`} aria-label={callout.title}>
      <p className="callout-title">
        {callout.title}
        {outside === undefined ? null : (
          <button type="button" className="button button-small" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? "Corrected only" : "Show what was published"}
          </button>
        )}
      </p>
      {isOpen ? <BlocksView blocks={callout.blocks} /> : null}
    </div>
  );
}

function PlainCalloutView({ callout }: { readonly callout: Callout }): ReactNode {
  return (
    <div role="note" className={`callout callout-${callout.tone}`} aria-label={callout.title}>
      <p className="callout-title">{callout.title}</p>
      <BlocksView blocks={callout.blocks} />
    </div>
  );
}
