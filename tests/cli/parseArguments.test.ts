import { describe, expect, it } from "vitest";
import { describeMisuse } from "../../src/cli/commandSentences";
import { parseArguments } from "../../src/cli/parseArguments";
import { plainOptions } from "./checkedFiles";

describe("the command line", () => {
  it.each<[string, Partial<typeof plainOptions>, string[]]>([
    ["a.md", {}, ["a.md"]],
    ["check a.md b.ipynb", {}, ["a.md", "b.ipynb"]],
    ["a.md --format json", { format: "json" }, ["a.md"]],
    ["--format=sarif a.md", { format: "sarif" }, ["a.md"]],
    ["--seed 7 --samples 200 a.md", { seed: 7, samples: 200 }, ["a.md"]],
    ["--strict --quiet --gradients a.md", { strict: true, quiet: true, gradients: true }, ["a.md"]],
    ["-q -w a.md", { quiet: true, watch: true }, ["a.md"]],
    ["-qw a.md", { quiet: true, watch: true }, ["a.md"]],
    ["-", {}, ["-"]],
    ["-- --odd.md", {}, ["--odd.md"]],
  ])("%s", (line, options, paths) => {
    expect(parseArguments(line.split(" "))).toEqual({ kind: "check", options: { ...plainOptions, ...options }, paths });
  });

  it.each([
    ["--help", "help"],
    ["-h", "help"],
    ["check --help a.md", "help"],
    ["--version", "version"],
  ])("%s", (line, kind) => {
    expect(parseArguments(line.split(" "))).toEqual({ kind });
  });

  it.each([
    ["", "Name at least one file, or - for standard input."],
    ["check", "Name at least one file, or - for standard input."],
    ["--formt json a.md", "There is no option --formt. Did you mean --format?"],
    ["--zzzzz a.md", "There is no option --zzzzz."],
    ["-x a.md", "There is no option -x."],
    ["a.md --format", "--format needs a value."],
    ["--seed --strict a.md", "--seed needs a value."],
    ["--strict=yes a.md", "--strict takes no value."],
    ["--format xml a.md", 'There is no format "xml". The formats are text, json, sarif, github.'],
    ["--seed 1.5 a.md", '--seed takes a whole number from 0 to 4294967295, not "1.5".'],
    ["--samples 3 a.md", '--samples takes a whole number from 24 to 100000, not "3".'],
    ["--samples many a.md", '--samples takes a whole number from 24 to 100000, not "many".'],
    ["- -", "Standard input can be read once only: name - once."],
    ["--watch -", "Standard input can't be watched: name files, or leave --watch out."],
  ])("%s is refused", (line, sentence) => {
    const invocation = parseArguments(line.split(" ").filter(Boolean));
    expect(invocation.kind === "misuse" ? describeMisuse(invocation.misuse) : invocation).toBe(sentence);
  });

  it("takes no option from what an object inherits", () => {
    expect(parseArguments(["--constructor", "a.md"]).kind).toBe("misuse");
    expect(parseArguments(["--format", "toString", "a.md"]).kind).toBe("misuse");
  });
});
