import type { CheckedFile, VerdictName } from "./CheckedFile";
import { formats, type Misuse } from "./Options";
import type { Refusal } from "./Refusal";

/** Everything the command line says of itself; what it says of formulas comes from the engine. */
export const help = `Checks the steps of derivations written in Markdown and LaTeX.

Usage: backstep check [options] FILE…
       npm run check -- [options] FILE…

FILE is Markdown (.md, .markdown, .txt) or a Jupyter notebook (.ipynb), or - for standard input.

Options:
  --format FORMAT  ${formats.join(", ")} (default: text)
  --seed N         choose other sample points (default: 1; the same seed gives the same points)
  --samples N      number of sample points a step (24 to 100000)
  --strict         count a step that was not checked as a failure
  --gradients      state each derivative three ways: the document's formula, automatic, central difference
  --watch, -w      check again whenever a file changes
  --quiet, -q      print only failures and problems
  --help, -h       print this
  --version, -v    print the version

Exit code: 0 no step fails, 1 a step fails, 2 wrong use or a file that can't be read.
What a callout "As published" quotes is expected to fail; it counts as a failure if it holds.
`;

export const seeHelp = "See backstep --help.";

export function describeMisuse(misuse: Misuse): string {
  switch (misuse.code) {
    case "no-files":
      return "Name at least one file, or - for standard input.";
    case "unknown-option":
      return `There is no option ${misuse.option}.${misuse.nearest === null ? "" : ` Did you mean ${misuse.nearest}?`}`;
    case "missing-value":
      return `${misuse.option} needs a value.`;
    case "needless-value":
      return `${misuse.option} takes no value.`;
    case "bad-format":
      return `There is no format "${misuse.value}". The formats are ${formats.join(", ")}.`;
    case "bad-number":
      return `${misuse.option} takes a whole number from ${misuse.least} to ${misuse.most}, not "${misuse.value}".`;
    case "standard-input-twice":
      return "Standard input can be read once only: name - once.";
    case "watched-input":
      return "Standard input can't be watched: name files, or leave --watch out.";
  }
}

export function describeRefusal({ code, detail }: Refusal): string {
  switch (code) {
    case "no-such-file":
      return "There is no such file.";
    case "forbidden":
      return "The file may not be read: permission denied.";
    case "folder":
      return "This is a folder: name the files in it.";
    case "unreadable":
      return `The file could not be read${detail === "" ? "" : ` (${detail})`}.`;
    case "too-large":
      return `The file is too large: ${megabytes(detail)} MB, where 50 MB is the most.`;
    case "empty":
      return "The file is empty.";
    case "not-text":
      return "This is not a text file: it holds bytes that are no UTF-8 text.";
    case "utf-16":
      return "The file is in UTF-16: save it as UTF-8.";
    case "not-a-notebook":
      return "This is not a Jupyter notebook: it has no list of cells.";
    case "out-of-time":
      return `Checking was stopped after ${detail} s of computing: something in this file takes too long.`;
    case "out-of-memory":
      return "Checking was stopped: something in this file takes too much memory.";
    case "crashed":
      return `Checking broke down: ${detail}. This is a fault of Backstep.`;
  }
}

function megabytes(bytes: string): string {
  return (Number(bytes) / (1024 * 1024)).toFixed(1);
}

export const verdictWords: Readonly<Record<VerdictName, string>> = {
  holds: "holds",
  "holds-if": "holds on a condition",
  fails: "fails",
  "not-checked": "not checked",
};

/** For reports that show no counterexample of their own, e.g. an annotation of a pull request. */
export function counterexampleSentence(point: string, left: string, right: string): string {
  return `At ${point} the left side is ${left} and the right side ${right}.`;
}

export function withoutInputsSentence(left: string, right: string): string {
  return `The left side is ${left} and the right side ${right}.`;
}

/** "3 files, 41 steps: 36 hold, 1 holds on a condition, 3 fail (2 as published), 1 not checked; 2 problems". */
export function summaryLine(files: readonly CheckedFile[]): string {
  const steps = files.flatMap((file) => file.steps);
  const count = (verdict: VerdictName) => steps.filter((step) => step.verdict === verdict).length;
  const published = steps.filter((step) => step.asPublished && step.verdict === "fails").length;
  const problems = files.reduce((sum, file) => sum + file.problems.length, 0);
  const holds = count("holds");
  const conditions = count("holds-if");
  const parts = [
    `${holds} ${holds === 1 ? "holds" : "hold"}`,
    ...(conditions > 0 ? [`${conditions} ${conditions === 1 ? "holds" : "hold"} on a condition`] : []),
    `${count("fails")} ${count("fails") === 1 ? "fails" : "fail"}${published > 0 ? ` (${published} as published)` : ""}`,
    `${count("not-checked")} not checked`,
  ];
  const tail = problems > 0 ? `; ${plural(problems, "problem")}` : "";
  return `${plural(files.length, "file")}, ${plural(steps.length, "step")}: ${parts.join(", ")}${tail}`;
}

export function progressLine(number: number, total: number, path: string): string {
  return `[${number}/${total}] ${path}`;
}

export function watchingLine(count: number): string {
  return `Watching ${plural(count, "file")}. Press Ctrl+C to end.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
