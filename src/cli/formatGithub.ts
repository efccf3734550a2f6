import type { CheckedFile, CheckedStep, Place } from "./CheckedFile";
import { verdictWords } from "./commandSentences";
import { isFault } from "./exitCode";
import type { Options } from "./Options";
import { stepMessage } from "./stepMessage";

type Level = "error" | "warning" | "notice";

/** GitHub Actions' workflow commands: annotations that a pull request shows beside its lines. */
export function formatGithub(files: readonly CheckedFile[], options: Options): string {
  return files.flatMap((file) => annotations(file, options)).join("");
}

function annotations(file: CheckedFile, options: Options): readonly string[] {
  const steps = file.steps.flatMap((step) => {
    const level = levelOf(step, options);
    return level === null || (options.quiet && level !== "error")
      ? []
      : [command(level, file.path, step.place, `Step ${verdictWords[step.verdict]}`, stepMessage(step))];
  });
  const problems = file.problems
    .filter(({ severity }) => severity === "error" || (severity === "warning" && !options.quiet))
    .map(({ severity, place, message }) =>
      command(severity === "error" ? "error" : "warning", file.path, place, "Document", message),
    );
  return [...steps, ...problems];
}

function levelOf(step: CheckedStep, options: Options): Level | null {
  if (isFault(step, options.strict)) return "error";
  if (step.asPublished || step.verdict === "holds") return null;
  return step.verdict === "holds-if" ? "notice" : "warning";
}

function command(level: Level, path: string, place: Place, title: string, message: string): string {
  const file = property(path.replaceAll("\\", "/"));
  const columns = place.endLine === place.line ? `,endColumn=${place.endColumn}` : "";
  const range = `line=${place.line},endLine=${place.endLine},col=${place.column}${columns}`;
  return `::${level} file=${file},${range},title=${property(title)}::${escaped(message)}\n`;
}

/** The escapes of GitHub's own toolkit. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
