import type { ReactNode } from "react";
import type { Notice } from "../store/permalink";

/** Says which parts of the address were not taken over, and why. */
export function NoticesView({ notices }: { readonly notices: readonly Notice[] }): ReactNode {
  if (notices.length === 0) return null;
  return (
    <div className="callout callout-warning" role="status">
      <p className="callout-title">Part of this address could not be used</p>
      <ul>
        {notices.map((notice) => (
          <li key={`${notice.code} ${notice.part}`}>{describeNotice(notice)}</li>
        ))}
      </ul>
      <p>Everything else on the page is as it opens.</p>
    </div>
  );
}

export function describeNotice({ code, part }: Notice): string {
  switch (code) {
    case "too-long":
      return `It is ${part} characters long; at most 8,192 are read.`;
    case "unknown-part":
      return `“${part}”: this page has no such input or setting.`;
    case "bad-value":
      return `“${part}”: not a value that it can have here.`;
  }
}
