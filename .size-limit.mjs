import { readdirSync } from "node:fs";

/** Budgets by the chunk's name, compressed with gzip; a chunk that is not named here has the last one. */
const budgets = [
  [/^index-.*\.js$/, "the application", "75 kB"],
  [/^index-.*\.css$/, "styles", "10 kB"],
  [/^documentWorker-.*\.js$/, "checking a reader's document, fetched when one is opened", "260 kB"],
  [/\.(js|css)$/, "a document or another part fetched on demand", "25 kB"],
];

const files = readdirSync("dist/assets").filter((name) => /\.(js|css)$/.test(name));

export default files.map((name) => {
  const [, what, limit] = budgets.find(([pattern]) => pattern.test(name));
  return { name: `${name} (${what})`, path: `dist/assets/${name}`, limit, gzip: true };
});
