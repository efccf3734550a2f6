import { readdirSync, readFileSync } from "node:fs";

/** Budgets by the chunk's name, compressed with gzip; a chunk that is not named here has the last one. */
const budgets = [
  [/^index-.*\.js$/, "what listens while the application is fetched", "2 kB"],
  [/^startLive-.*\.js$/, "what a page answers with: evaluator and live layer", "46 kB"],
  [/^reactDom-.*\.js$/, "React for browsers, fetched with the views", "70 kB"],
  [/^startSite-.*\.js$/, "the views, fetched when the page is at rest", "30 kB"],
  [/^index-.*\.css$/, "styles, within each page", "11 kB"],
  [/^ChartFrameView-.*\.js$/, "axes, grid and tool tip of charts, fetched when a drawn frame is not enough", "115 kB"],
  [/^lineWorker-.*\.js$/, "judging a reader's line, fetched with the first one", "90 kB"],
  [/^documentWorker-.*\.js$/, "checking a reader's document, fetched when one is opened", "278 kB"],
  [/\.(js|css)$/, "a document or another part fetched on demand", "25 kB"],
];

const files = readdirSync("dist/assets").filter((name) => /\.(js|css)$/.test(name));

const chunks = files.map((name) => {
  const [, what, limit] = budgets.find(([pattern]) => pattern.test(name));
  return { name: `${name} (${what})`, path: `dist/assets/${name}`, limit, gzip: true };
});

/** The first page of each document, with the script that it names: what is there before it answers to a drag. */
const pages = readdirSync("dist", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "assets")
  .flatMap(({ name }) => {
    const path = `dist/${name}/index.html`;
    const scripts = [...readFileSync(path, "utf8").matchAll(/"(?:\.\.\/)+(assets\/[^"]+\.js)"/g)].map(([, file]) => `dist/${file}`);
    return [
      { name: `${name}: script before the first drag`, path: [...new Set(scripts)], limit: "75 kB", gzip: true },
      { name: `${name}: page with its style and faces`, path, limit: "39 kB", gzip: true },
    ];
  });

export default [...pages, ...chunks];
