import { pathToFileURL } from "node:url";
import { buildCli, bundle, isStale } from "./buildCli.mjs";

// `npm run check` works right after `npm ci`: the command line is bundled when it is first asked for, and again when
// its sources have changed.
if (isStale()) await buildCli();
await import(pathToFileURL(bundle).href);
