import { unwatchFile, watchFile } from "node:fs";

const pollMilliseconds = 250;

/**
 * Calls back when one of the files changes, for ever. It asks for the files' times rather than for events: that works
 * on every system and network drive, and when an editor replaces a file instead of writing to it.
 */
export function watchFiles(paths: readonly string[], onChange: () => void): () => void {
  for (const path of paths) {
    watchFile(path, { interval: pollMilliseconds }, (now, before) => {
      if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) onChange();
    });
  }
  return () => {
    for (const path of paths) unwatchFile(path);
  };
}
