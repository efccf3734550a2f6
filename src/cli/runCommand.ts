import packageFacts from "../../package.json" with { type: "json" };
import { CheckThread } from "./CheckThread";
import { describeMisuse, help, seeHelp, watchingLine } from "./commandSentences";
import type { ExitCode } from "./exitCode";
import type { Options } from "./Options";
import { parseArguments } from "./parseArguments";
import { runChecks, type Surroundings } from "./runChecks";
import { styleFor } from "./Style";
import { watchFiles } from "./watchFiles";

/** Does what the command line says and tells the exit code. A watch does not end by itself. */
export async function runCommand(words: readonly string[], entry: URL): Promise<ExitCode> {
  const { version } = packageFacts;
  const invocation = parseArguments(words);
  switch (invocation.kind) {
    case "help":
      process.stdout.write(help);
      return 0;
    case "version":
      process.stdout.write(`${version}\n`);
      return 0;
    case "misuse":
      process.stderr.write(`backstep: ${describeMisuse(invocation.misuse)}\n${seeHelp}\n`);
      return 2;
    case "check": {
      const around = surroundings(version, entry);
      const { paths, options } = invocation;
      const code = options.watch ? await watch(paths, options, around) : await runChecks(paths, options, around);
      await around.thread.end();
      return code;
    }
  }
}

function surroundings(version: string, entry: URL): Surroundings {
  return {
    input: process.stdin,
    output: process.stdout,
    progress: process.stderr,
    style: styleFor(process.stdout.isTTY, process.env),
    version,
    thread: new CheckThread(entry),
  };
}

/** Checks now and after each change; changes that come while a check runs are one further check. */
async function watch(paths: readonly string[], options: Options, around: Surroundings): Promise<never> {
  let wake: () => void = () => {};
  let changed = false;
  watchFiles(paths, () => {
    changed = true;
    wake();
  });
  for (;;) {
    changed = false;
    await runChecks(paths, options, around);
    around.progress.write(`${watchingLine(paths.length)}\n`);
    if (!changed) await new Promise<void>((resolve) => (wake = resolve));
  }
}
