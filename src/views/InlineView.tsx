import { Fragment, type ReactNode } from "react";
import type { Inline } from "../derivation/Derivation";
import { FormulaView } from "./FormulaView";
import { GuardView } from "./GuardView";

/** Running text with its formulas. */
export function InlinesView({ inlines }: { readonly inlines: readonly Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document's text never changes while it is shown
  return inlines.map((inline, index) => <Fragment key={index}>{oneInline(inline)}</Fragment>);
}

function oneInline(inline: Inline): ReactNode {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "emphasis":
      return (
        <em>
          <InlinesView inlines={inline.children} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <InlinesView inlines={inline.children} />
        </strong>
      );
    case "code":
      return <code>{inline.text}</code>;
    case "link":
      return isSafeLink(inline.href) ? (
        <a href={inline.href} rel="noreferrer">
          <InlinesView inlines={inline.children} />
        </a>
      ) : (
        <InlinesView inlines={inline.children} />
      );
    case "formula":
      return (
        <GuardView name="formula" instead={<code className="formula-source">{inline.formula.tex}</code>}>
          <FormulaView tex={inline.formula.tex} style="inline" />
        </GuardView>
      );
    case "break":
      return <br />;
  }
}

/** A document's link may lead to the web or within the page, never run anything. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|#)/i.test(href.trim());
}
