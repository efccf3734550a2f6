import { readdirSync } from "node:fs";

/** Budgets by the chunk's name, compressed with gzip; a chunk that is not named here has the last one. */
const budgets = [
  [/^index-.*\.js$/, "what listens while the application is fetched", "2 kB"],
  [/^startSite-.*\.js$/, "the application", "70 kB"],
  [/^index-.*\.css$/, "styles, within each page", "11 kB"],
  [/^documentWorker-.*\.js$/, "checking a reader's document, fetched when one is opened", "260 kB"],
  [/\.(js|css)$/, "a document or another part fetched on demand", "25 kB"],
];

const files = readdirSync("dist/assets").filter((name) => /\.(js|css)$/.test(name));

export default files.map((name) => {
  const [, what, limit] = budgets.find(([pattern]) => pattern.test(name));
  return { name: `${name} (${what})`, path: `dist/assets/${name}`, limit, gzip: true };
});
