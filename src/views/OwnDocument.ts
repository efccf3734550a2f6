import type { BuiltDocument } from "./BuiltDocument";

/** A reader's own document. It has one place in the site: the next one that is opened takes it over. */
export interface OwnDocument extends BuiltDocument {
  readonly remarks: readonly OwnRemark[];
}

/** A problem of the document, as it is told to its author. */
export interface OwnRemark {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning" | "information";
  readonly sentence: string;
}

/** The first part of its address. No file of the library may have this name. */
export const ownId = "your-document";
