import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import type { BuiltDocument } from "../views/BuiltDocument";
import type { LibraryEntry } from "../views/LibraryEntry";
import { plainInlines } from "../views/plainInlines";
import { sectionTally } from "../views/sectionTally";
import { buildDocument } from "./buildDocument";
import { documentId, documentPaths } from "./documentPaths";
import { literal } from "./literal";

const virtualId = "virtual:library";
const resolvedId = `\0${virtualId}`;

/** What is asked for after a document's name to have its formulas. */
const formulasOf = "?formulas";

/**
 * Turns the library's Markdown into modules. Importing `x.md` gives a `JudgedDocument`, `x.md?formulas` its formulas;
 * `virtual:library` lists every document of the folder and imports each lazily, so a file dropped in is a new document
 * with no other edit.
 */
export function libraryPlugin(folder: string): Plugin {
  const build = memoiseByText(buildDocument);
  const buildFile = (path: string) => build(readFileSync(path, "utf8"));
  const isDocument = (path: string) => path.startsWith(folder) && path.endsWith(".md");

  return {
    name: "backstep:library",
    enforce: "pre",
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    load(id) {
      if (id === resolvedId) {
        const paths = documentPaths(folder);
        for (const path of paths) this.addWatchFile(path);
        return listing(paths.map((path) => ({ path, entry: libraryEntry(documentId(path), buildFile(path)) })));
      }
      const path = id.endsWith(formulasOf) ? id.slice(0, -formulasOf.length) : id;
      if (!isDocument(path)) return undefined;
      this.addWatchFile(path);
      const { formulas, ...judged } = buildFile(path);
      return `export default ${literal(path === id ? judged : formulas)};`;
    },
    configureServer(server) {
      const reload = (path: string) => {
        if (!isDocument(path)) return;
        const list = server.moduleGraph.getModuleById(resolvedId);
        if (list !== undefined) server.moduleGraph.invalidateModule(list);
        server.ws.send({ type: "full-reload" });
      };
      server.watcher.add(folder);
      server.watcher.on("add", reload).on("unlink", reload).on("change", reload);
    },
  };
}

function libraryEntry(id: string, { derivation, verdicts }: BuiltDocument): LibraryEntry {
  const sections = derivation.sections.map((section) => ({
    id: section.id,
    title: plainInlines(section.title),
    tally: sectionTally(derivation, verdicts, section.id),
  }));
  return { id, title: derivation.title, sections };
}

/** Client and prerender read the same documents: each text is compiled, judged and set once. */
function memoiseByText<T>(build: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const built = known.get(text) ?? build(text);
    known.set(text, built);
    return built;
  };
}

function listing(documents: readonly { readonly path: string; readonly entry: LibraryEntry }[]): string {
  const importsOf = (ending: string) =>
    documents.map(
      ({ path, entry }) => `  [${JSON.stringify(entry.id)}, () => import(${JSON.stringify(path + ending)})],`,
    );
  return [
    `export const library = ${literal(documents.map(({ entry }) => entry))};`,
    `const judged = new Map([\n${importsOf("").join("\n")}\n]);`,
    `const formulas = new Map([\n${importsOf(formulasOf).join("\n")}\n]);`,
    "const from = (loaders) => (id) => loaders.get(id)?.().then((module) => module.default) ?? null;",
    "export const loadJudged = from(judged);",
    "export const loadFormulas = from(formulas);",
  ].join("\n");
}
