import { describe, expect, it } from "vitest";
import { exitCode } from "../../src/cli/exitCode";
import { formatGithub } from "../../src/cli/formatGithub";
import { formatJson } from "../../src/cli/formatJson";
import { formatSarif } from "../../src/cli/formatSarif";
import { refusedFile } from "../../src/cli/refusedFile";
import { failing, file, plainOptions, step } from "./checkedFiles";

const place = { line: 9, column: 1, endLine: 9, endColumn: 3 };
const problem = { place, message: "Never closed.", severity: "error", code: "unclosed-display", excerpt: [] } as const;

describe("JSON", () => {
  it("has the stable form", () => {
    const checked = file([failing, step()], { definitions: [{ line: 2, symbol: "L" }], problems: [problem] });
    expect(JSON.parse(formatJson([checked], 7))).toEqual({
      version: 1,
      seed: 7,
      files: [
        {
          path: "notes/square.md",
          title: "Squares",
          steps: [
            {
              section: "The loss",
              line: 3,
              column: 5,
              left: "(a + b)^2",
              right: "a^2 + b^2",
              rule: "expand",
              verdict: "fails",
              samples: 86,
              largestDifference: 8,
              counterexample: { inputs: { a: 0.5, b: -2 }, left: 2.25, right: 4.25 },
              slip: "It would hold with 2ab added.",
              asPublished: false,
            },
            {
              section: "The loss",
              line: 3,
              column: 5,
              left: "(a + b)^2",
              right: "a^2 + b^2",
              verdict: "holds",
              samples: 86,
              largestDifference: 0,
              asPublished: false,
            },
          ],
          definitions: [{ line: 2, symbol: "L" }],
          problems: [{ line: 9, column: 1, message: "Never closed." }],
        },
      ],
    });
  });
});

describe("SARIF", () => {
  const log = JSON.parse(
    formatSarif(
      [file([failing, step(), { ...failing, asPublished: true }], { path: "my notes/a.md" })],
      "0.1.0",
      false,
      1,
    ),
  );
  const [run] = log.runs;

  it("names the tool and the outcome", () => {
    expect(log.version).toBe("2.1.0");
    expect(run.tool.driver).toMatchObject({
      name: "Backstep",
      semanticVersion: "0.1.0",
      rules: [{ id: "step-fails" }],
    });
    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
  });

  it("has a result for each step that does not hold, errata as information", () => {
    expect(run.results.map((result: { level: string; kind: string }) => [result.level, result.kind])).toEqual([
      ["error", "fail"],
      ["none", "informational"],
    ]);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "my%20notes/a.md" },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 10 },
    });
  });
});

describe("GitHub annotations", () => {
  it("escape what the command syntax uses", () => {
    const odd = { ...failing, right: "50% \\\\", slip: null };
    expect(formatGithub([file([odd], { path: "a,b:c.md" })], plainOptions)).toBe(
      "::error file=a%2Cb%3Ac.md,line=3,endLine=3,col=5,endColumn=10,title=Step fails::" +
        "(a + b)^2 = 50%25 \\\\%0AAt a = 0.5, b = -2 the left side is 2.25 and the right side 4.25.\n",
    );
  });

  it.each<[string, ReturnType<typeof step>, boolean, string]>([
    ["a step that holds", step(), false, ""],
    ["a condition", step({ verdict: "holds-if" }), false, "::notice"],
    ["a step not checked", step({ verdict: "not-checked" }), false, "::warning"],
    ["a step not checked, strictly", step({ verdict: "not-checked" }), true, "::error"],
    ["a known erratum", { ...failing, asPublished: true }, false, ""],
  ])("%s", (_, one, strict, command) => {
    expect(formatGithub([file([one])], { ...plainOptions, strict }).split(" ")[0]).toBe(command);
  });
});

describe("exit code", () => {
  const holding = { ...problem, code: "published-holds" };
  it.each<[string, ReturnType<typeof file>[], boolean, 0 | 1 | 2]>([
    ["all hold", [file([step(), step({ verdict: "holds-if" })])], false, 0],
    ["one fails", [file([step()]), file([failing])], false, 1],
    ["an erratum fails", [file([{ ...failing, asPublished: true }])], false, 0],
    ["an erratum holds", [file([step()], { problems: [holding] })], false, 1],
    ["not checked", [file([step({ verdict: "not-checked" })])], false, 0],
    ["not checked, strictly", [file([step({ verdict: "not-checked" })])], true, 1],
    ["unread", [file([failing]), refusedFile("gone.md", { code: "no-such-file", detail: "" })], false, 2],
    ["a display never closed", [file([step()], { problems: [problem] })], false, 2],
    [
      "no formula that could be read",
      [file([], { problems: [{ ...problem, code: "unexpected", severity: "warning" }] })],
      false,
      2,
    ],
    [
      "a warning",
      [file([step()], { problems: [{ ...problem, code: "never-defined", severity: "warning" }] })],
      false,
      0,
    ],
  ])("%s", (_, files, strict, code) => {
    expect(exitCode(files, strict)).toBe(code);
  });
});
