#!/usr/bin/env node
import { isMainThread, parentPort } from "node:worker_threads";
import { runCommand } from "./runCommand";
import { serveChecks } from "./serveChecks";

if (isMainThread) {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? 0);
  });
  process.exitCode = await runCommand(process.argv.slice(2), new URL(import.meta.url));
} else if (parentPort !== null) {
  serveChecks(parentPort);
}
