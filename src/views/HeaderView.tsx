import type { ReactNode } from "react";
import { OpenView } from "./OpenView";
import { useHref } from "./RootContext";
import { ShareView } from "./ShareView";
import { ThemeView } from "./ThemeView";

/** The bar above every page. */
export function HeaderView({ canShare }: { readonly canShare: boolean }): ReactNode {
  return (
    <header className="header">
      <a className="brand" href={useHref("")}>
        <span aria-hidden="true">∂</span> Backstep
      </a>
      <p className="tagline">Derivations you can check by hand, and by number</p>
      <div className="header-controls">
        <OpenView />
        {canShare ? <ShareView /> : null}
        <ThemeView />
      </div>
    </header>
  );
}
