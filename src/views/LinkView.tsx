import type { MouseEvent, ReactNode } from "react";
import { useHref } from "./RootContext";
import { useSite } from "./SiteContext";

interface Props {
  readonly address: string;
  readonly className?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link within the site: opens in place, and as any link in a new tab or without script. */
export function LinkView({ address, className, isCurrent = false, children }: Props): ReactNode {
  const { site } = useSite();
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    void site.visit(address, "push");
  };
  return (
    <a
      href={useHref(address)}
      onClick={follow}
      {...(className === undefined ? {} : { className })}
      {...(isCurrent ? { "aria-current": "page" as const } : {})}
    >
      {children}
    </a>
  );
}
