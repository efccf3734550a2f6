import { createContext, useContext } from "react";
import type { Site } from "../store/createSite";
import type { BuiltDocument } from "./BuiltDocument";
import type { Desk } from "./createDesk";
import type { LibraryEntry } from "./LibraryEntry";
import type { JudgeLine } from "./TypedLine";

/** What every view of the site reads: `origin` is the absolute address of its root. */
export interface SiteFacts {
  readonly site: Site<BuiltDocument>;
  readonly library: readonly LibraryEntry[];
  readonly origin: string;
  /** Where a reader's own document is opened; null while prerendering. */
  readonly desk: Desk | null;
  /** Judges a line that the reader wrote; null while prerendering. */
  readonly judge: JudgeLine | null;
}

export const SiteContext = createContext<SiteFacts | null>(null);

export function useSite(): SiteFacts {
  const facts = useContext(SiteContext);
  if (facts === null) throw new Error("Outside of the site");
  return facts;
}
