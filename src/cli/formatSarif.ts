import type { Location, Log, Result } from "sarif";
import type { CheckedFile, CheckedProblem, CheckedStep, Place, VerdictName } from "./CheckedFile";
import { verdictWords } from "./commandSentences";
import { type ExitCode, isFault } from "./exitCode";
import { stepMessage } from "./stepMessage";

/** SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. Steps that hold are not results. */
export function formatSarif(files: readonly CheckedFile[], version: string, strict: boolean, code: ExitCode): string {
  const results = files.flatMap((file) => [
    ...file.steps.filter(({ verdict }) => verdict !== "holds").map((step) => stepResult(file.path, step, strict)),
    ...file.problems.map((problem) => problemResult(file.path, problem)),
  ]);
  const rules = [...new Set(results.flatMap(({ ruleId = "" }) => ruleId))].map((id) => ({
    id,
    shortDescription: { text: ruleText(id) },
  }));
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Backstep", semanticVersion: version, rules } },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: code !== 2, exitCode: code }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function stepResult(path: string, step: CheckedStep, strict: boolean): Result {
  const level = isFault(step, strict) ? "error" : step.asPublished ? "none" : "note";
  return {
    ruleId: `step-${step.verdict}`,
    kind: level === "none" ? "informational" : "fail",
    level,
    message: { text: stepMessage(step) },
    locations: [location(path, step.place)],
  };
}

function problemResult(path: string, { code, severity, message, place }: CheckedProblem): Result {
  return {
    ruleId: code,
    kind: "fail",
    level: severity === "information" ? "note" : severity,
    message: { text: message },
    locations: [location(path, place)],
  };
}

function location(path: string, place: Place): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/") },
      region: { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn },
    },
  };
}

function ruleText(id: string): string {
  const verdict = id.replace(/^step-/, "");
  return isVerdictName(verdict) ? `A step ${verdictWords[verdict]}` : id.replaceAll("-", " ");
}

function isVerdictName(name: string): name is VerdictName {
  return Object.hasOwn(verdictWords, name);
}
