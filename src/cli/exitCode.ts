import type { CheckedFile, CheckedStep } from "./CheckedFile";

export type ExitCode = 0 | 1 | 2;

/** Problems that leave a file, or a part of it, unread: nothing can be promised about such a file. */
const unread: ReadonlySet<string> = new Set([
  "no-such-file",
  "forbidden",
  "folder",
  "unreadable",
  "too-large",
  "empty",
  "not-text",
  "utf-16",
  "not-a-notebook",
  "out-of-time",
  "out-of-memory",
  "crashed",
  "empty-document",
  "no-mathematics",
  "too-many-formulas",
  "unclosed-display",
  "macro-loop",
  "too-deep",
  "too-long",
]);

/** 0 where no step fails, 1 where one does, 2 where a file could not be read; the gravest of all files. */
export function exitCode(files: readonly CheckedFile[], strict: boolean): ExitCode {
  if (files.some(isUnread)) return 2;
  return files.some((file) => fails(file, strict)) ? 1 : 0;
}

/** True too where a file has formulas and not one of them could be read. */
export function isUnread({ steps, definitions, problems }: CheckedFile): boolean {
  if (problems.some(({ code }) => unread.has(code))) return true;
  return steps.length + definitions.length === 0 && problems.some(({ severity }) => severity !== "information");
}

/** True where a step counts against the run: a known erratum, quoted as published, does not. */
export function isFault(step: CheckedStep, strict: boolean): boolean {
  if (step.asPublished) return false;
  return step.verdict === "fails" || (strict && step.verdict === "not-checked");
}

function fails(file: CheckedFile, strict: boolean): boolean {
  return (
    file.steps.some((step) => isFault(step, strict)) || file.problems.some(({ code }) => code === "published-holds")
  );
}
