import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin, ViteBuilder } from "vite";
import { headersFile, securityHeaders } from "./contentSecurityPolicy";
import { fillTemplate, type Manifest } from "./fillTemplate";
import { inlineFaces } from "./inlineFaces";
import { facesIn } from "./katexFaces";
import { pageStyle } from "./pageStyle";
import type { RenderedSite } from "./renderPages";
import { rootOf } from "./rootOf";
import { serveBuilt } from "./serveBuilt";

/** What the module of `renderPages.tsx` gives. */
interface Renderer {
  readonly renderPages: (base: string) => Promise<RenderedSite>;
}

/** Node's own import. */
export type Import = (url: string) => Promise<unknown>;

/**
 * What a page answers with is one file, React's reconciler a second, and the views a third, though figures that are
 * fetched later share parts of them: each is evaluated in a task of its own. Vite's helper for fetching stands apart: the first script, which is to listen at once, would otherwise wait for
 * the others.
 */
const chunks = [
  { name: "fetch", test: /vite\/preload-helper|src\/views\/nextTask/, priority: 2 },
  { name: "startLive", test: /src\/startLive\.ts$/, priority: 1 },
  { name: "reactDom", test: /node_modules\/(?:react-dom\/(?:client|cjs\/react-dom-client)|scheduler\/)/, priority: 1 },
  { name: "startSite", test: /src\/startSite\.tsx$/ },
];

/**
 * Builds the site in one command: the client, then the same views for Node, then every section as a page of its own.
 * Pages refer to their files relatively, so the folder can be hosted under any path. Only 404.html, which a host
 * shows at any depth, needs to know it: `base`, "/" unless said otherwise.
 */
export function prerender(base: string, load: Import): Plugin {
  return {
    name: "backstep:prerender",
    config: () => ({
      base: "./",
      builder: { sharedPlugins: true, sharedConfigBuild: true },
      environments: {
        client: {
          build: {
            outDir: "dist",
            manifest: "manifest.json",
            modulePreload: { polyfill: false },
            rolldownOptions: { preserveEntrySignatures: false, output: { codeSplitting: { groups: chunks } } },
          },
        },
        ssr: {
          build: {
            outDir: ".cache/prerender",
            ssr: true,
            emptyOutDir: true,
            rolldownOptions: { input: "src/build/renderPages.tsx" },
          },
        },
      },
    }),
    buildApp: { order: "post", handler: (builder) => buildSite(builder, base, load) },
    configurePreviewServer(server) {
      const serve = serveBuilt(join(server.config.root, server.config.build.outDir));
      server.middlewares.use((request, response, next) => {
        serve(request, response).catch(next);
      });
    },
  };
}

async function buildSite(builder: ViteBuilder, base: string, load: Import): Promise<void> {
  const { client, ssr } = builder.environments;
  if (client === undefined || ssr === undefined) throw new Error("No environment to build");
  if (!client.isBuilt) await builder.build(client);
  if (!ssr.isBuilt) await builder.build(ssr);
  const site = join(builder.config.root, client.config.build.outDir);
  const rendered = join(builder.config.root, ssr.config.build.outDir, "renderPages.js");
  const { renderPages } = (await load(pathToFileURL(rendered).href)) as Renderer;
  const template = readFileSync(join(site, "index.html"), "utf8");
  const manifest = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8")) as Manifest;
  const { pages, files } = await renderPages(base);
  const sheet = readSheet(site, template);
  const styles = new Set<string>();
  for (const page of pages) {
    const path = join(site, page.path);
    const root = rootOf(page.path, base);
    const faces = await inlineFaces(page.body, facesIn(page.body), (face) => readFace(site, face, manifest));
    const style = pageStyle(sheet + faces, root);
    styles.add(style.hash);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fillTemplate(template, page, root, manifest, style));
  }
  for (const [path, content] of files) writeFileSync(join(site, path), content);
  writeFileSync(join(site, "_headers"), headersFile(securityHeaders([...styles])));
  rmSync(join(site, "manifest.json"));
  builder.config.logger.info(`${pages.length} pages prerendered`);
}

/** A built font file by its name in KaTeX. */
function readFace(site: string, face: string, manifest: Manifest): Buffer {
  const source = Object.keys(manifest).find((path) => path.endsWith(`/${face}.woff2`));
  const file = source === undefined ? undefined : manifest[source]?.file;
  if (file === undefined) throw new Error(`KaTeX's face ${face} was not built`);
  return readFileSync(join(site, file));
}

/** The one style sheet that the built index.html names. */
function readSheet(site: string, template: string): string {
  const [, ...names] = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"/.exec(template) ?? [];
  if (names[0] === undefined) throw new Error("index.html names no style sheet");
  return readFileSync(join(site, names[0]), "utf8");
}
