import type { Readable, Writable } from "node:stream";
import type { CheckedFile } from "./CheckedFile";
import type { CheckThread } from "./CheckThread";
import { progressLine } from "./commandSentences";
import { type ExitCode, exitCode } from "./exitCode";
import { formatGithub } from "./formatGithub";
import { formatJson } from "./formatJson";
import { formatSarif } from "./formatSarif";
import { formatFile, formatSummary } from "./formatText";
import type { Options } from "./Options";
import { readSource } from "./readSource";
import { refusedFile } from "./refusedFile";
import type { Style } from "./Style";

/** Where a run reads and writes, apart from files. */
export interface Surroundings {
  readonly input: Readable;
  readonly output: Writable;
  readonly progress: Writable;
  readonly style: Style;
  readonly version: string;
  readonly thread: CheckThread;
}

/** From this many files on, progress is told on standard error. */
const manyFiles = 5;

/** Checks every file and prints what was found, text as it comes, the other formats at the end. */
export async function runChecks(paths: readonly string[], options: Options, around: Surroundings): Promise<ExitCode> {
  const files: CheckedFile[] = [];
  for (const [index, path] of paths.entries()) {
    if (paths.length >= manyFiles && !options.quiet)
      around.progress.write(`${progressLine(index + 1, paths.length, path)}\n`);
    const file = await checkPath(path, options, around);
    files.push(file);
    if (options.format === "text") around.output.write(formatFile(file, options, around.style));
  }
  const code = exitCode(files, options.strict);
  around.output.write(closing(files, options, around, code));
  return code;
}

async function checkPath(path: string, options: Options, around: Surroundings): Promise<CheckedFile> {
  const source = await readSource(path, around.input);
  if (source.kind === "refused") return refusedFile(path, source.refusal);
  const { seed, samples, gradients, watch } = options;
  const outcome = await around.thread.check({ path, bytes: source.bytes, seed, samples, gradients, watch });
  return outcome.kind === "checked" ? outcome.file : refusedFile(path, outcome.refusal);
}

function closing(files: readonly CheckedFile[], options: Options, around: Surroundings, code: ExitCode): string {
  switch (options.format) {
    case "text":
      return options.quiet && code === 0 ? "" : formatSummary(files, around.style);
    case "json":
      return formatJson(files, options.seed);
    case "sarif":
      return formatSarif(files, around.version, options.strict, code);
    case "github":
      return formatGithub(files, options);
  }
}
