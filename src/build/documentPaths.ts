import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** The documents of a folder in the order of their names. */
export function documentPaths(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => join(folder, name));
}

/** A document's file name without its ending: the first part of its address. */
export function documentId(path: string): string {
  return basename(path, ".md");
}
