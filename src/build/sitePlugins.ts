import { join } from "node:path";
import type { Plugin } from "vite";
import { katexStyles } from "./katexStyles";
import { libraryPlugin } from "./libraryPlugin";
import { type Import, prerender } from "./prerender";

/** What makes a site of the library and the views. `base` is the path that it will be hosted under. */
export function sitePlugins(root: string, base: string, load: Import): readonly Plugin[] {
  return [katexStyles(), libraryPlugin(join(root, "src/library")), prerender(base, load)];
}
