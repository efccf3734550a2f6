import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const virtualId = "virtual:engine";
const resolvedId = `\0${virtualId}`;

/** Whatever a verdict depends on besides its document. */
const layers = ["formula", "calculus", "derivation", "check"];

/**
 * `virtual:engine` exports `engineVersion`, a hash of the engine's sources: verdicts that are remembered are those of
 * one version, and no one has to think of raising a number.
 */
export function enginePlugin(root) {
  return {
    name: "backstep:engine",
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    load(id) {
      if (id !== resolvedId) return undefined;
      for (const path of engineSources(root)) this.addWatchFile(path);
      return `export const engineVersion = ${JSON.stringify(engineVersion(root))};`;
    },
    configureServer(server) {
      const renew = (path) => {
        const module = server.moduleGraph.getModuleById(resolvedId);
        if (module !== undefined && layers.some((layer) => path.startsWith(join(root, "src", layer) + sep)))
          server.moduleGraph.invalidateModule(module);
      };
      server.watcher.on("add", renew).on("unlink", renew).on("change", renew);
    },
  };
}

export function engineVersion(root) {
  const hash = createHash("sha256");
  for (const path of engineSources(root)) {
    const text = readFileSync(path);
    hash.update(`${relative(root, path).split(sep).join("/")}\n${text.length}\n`).update(text);
  }
  return hash.digest("hex");
}

function engineSources(root) {
  return layers
    .flatMap((layer) =>
      readdirSync(join(root, "src", layer), { recursive: true }).map((name) => join(root, "src", layer, String(name))),
    )
    .filter((path) => path.endsWith(".ts"))
    .sort();
}
