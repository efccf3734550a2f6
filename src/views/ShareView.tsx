import { type ReactNode, useEffect, useState } from "react";
import { useSite } from "./SiteContext";

type State = "idle" | "copied" | { readonly link: string };

/** Copies a link to exactly this page: section, step and values. Where copying is forbidden, the link can be taken by hand. */
export function ShareView(): ReactNode {
  const { site, origin } = useSite();
  const [state, setState] = useState<State>("idle");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const share = async () => {
    const link = new URL(site.address(), origin).href;
    try {
      await navigator.clipboard.writeText(link);
      setState("copied");
    } catch {
      setState({ link });
    }
  };
  return (
    <div className="share">
      <button
        type="button"
        className="button"
        onClick={() => void share()}
        title="Copy a link to this step with these values"
      >
        <span aria-live="polite">{state === "copied" ? "Link copied" : "Share"}</span>
      </button>
      {typeof state === "object" ? (
        <label className="share-link">
          Link to this page
          <input readOnly value={state.link} onFocus={(event) => event.currentTarget.select()} />
        </label>
      ) : null}
    </div>
  );
}
