declare module "virtual:library" {
  import type { JudgedDocument, SetFormulas } from "../views/BuiltDocument";
  import type { LibraryEntry } from "../views/LibraryEntry";

  /** Every document of the library, in the order of the rail. */
  export const library: readonly LibraryEntry[];
  /** Fetches a document by its id; null where the library has none of that name. */
  export function loadJudged(id: string): Promise<JudgedDocument> | null;
  /** Fetches its formulas. */
  export function loadFormulas(id: string): Promise<SetFormulas> | null;
}

declare module "virtual:engine" {
  /** A hash of the engine's sources. */
  export const engineVersion: string;
}

declare module "*?worker&url" {
  const address: string;
  export default address;
}

declare module "*.md" {
  import type { JudgedDocument } from "../views/BuiltDocument";

  const judged: JudgedDocument;
  export default judged;
}

/** The part of jsdom that the build uses. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string, options?: { readonly pretendToBeVisual?: boolean });
    readonly window: Window & typeof globalThis;
  }
}

declare module "subset-font" {
  /** The font with the glyphs of these characters alone. */
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: { readonly targetFormat: "woff2" },
  ): Promise<Buffer>;
}
