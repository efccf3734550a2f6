declare module "virtual:library" {
  import type { BuiltDocument } from "../views/BuiltDocument";
  import type { LibraryEntry } from "../views/LibraryEntry";

  /** Every document of the library, in the order of the rail. */
  export const library: readonly LibraryEntry[];
  /** Fetches a document by its id; null where the library has none of that name. */
  export function loadDocument(id: string): Promise<BuiltDocument> | null;
}

declare module "*?worker&url" {
  const address: string;
  export default address;
}

declare module "*.md" {
  import type { BuiltDocument } from "../views/BuiltDocument";

  const built: BuiltDocument;
  export default built;
}
