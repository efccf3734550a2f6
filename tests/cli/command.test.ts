import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCli, bundle } from "../../scripts/buildCli.mjs";

/** The bundled program itself, as it is installed: arguments in, output and exit code out. */
const folder = mkdtempSync(join(tmpdir(), "backstep-"));

beforeAll(buildCli);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function backstep(args: readonly string[], input = "", environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bundle, ...args], { cwd: folder, env: { ...process.env, ...environment } });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("close", (code) => resolve({ code, output, errors }));
    child.stdin.on("error", () => undefined).end(input);
  });
}

function write(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const sound = "# Squares\n\n## Expand\n\n$$\n(a + b)^2 = a^2 + 2ab + b^2\n$$\n";
const wrong = "# Squares\n\n## Expand\n\n$$\n(a + b)^2 = a^2 + b^2 % expand\n$$\n";
const published = `${sound}\n> [!CAUTION] As published\n> $$ (a + b)^2 = a^2 + b^2 $$\n`;
const heldAfterAll = `${sound}\n> [!CAUTION] As published\n> $$ (a + b)^2 = a^2 + 2ab + b^2 $$\n`;
const unread = "## Energy\n\n$$\n\\oint x = y^2\n$$\n";

describe("backstep check", () => {
  it.each<[string, string, readonly string[], number]>([
    ["a step that holds", sound, [], 0],
    ["a step that fails", wrong, [], 1],
    ["an erratum, quoted as published", published, [], 0],
    ["an erratum that holds", heldAfterAll, [], 1],
    ["a step that is not understood", unread, [], 0],
    ["a step that is not understood, strictly", unread, ["--strict"], 1],
    ["no mathematics", "# Prose\n\nNothing else.\n", [], 2],
    ["a display never closed", "$$ a = b\n", [], 2],
  ])("%s: exit code", async (_, text, options, code) => {
    write("a.md", text);
    expect((await backstep(["check", ...options, "a.md"])).code).toBe(code);
  });

  it("prints place, sides, verdict, counterexample and the characters", async () => {
    const { output, errors } = await backstep([write("wrong.md", wrong)]);
    expect(output).toMatch(/^wrong\.md · Squares$/m);
    expect(output).toMatch(/^ {2}Expand$/m);
    expect(output).toMatch(/^ {4}wrong\.md:6:13 {2}✗ fails {2}expand$/m);
    expect(output).toMatch(/^ {6}At a = \S+, b = \S+ the left side is \S+ and the right side \S+\.$/m);
    expect(output).toMatch(/6 │ \(a \+ b\)\^2 = a\^2 \+ b\^2 % expand\n.*\^\^/);
    expect(output).toMatch(/^1 file, 1 step: 0 hold, 1 fails, 0 not checked$/m);
    expect(errors).toBe("");
  });

  it("prints JSON that says the same, the same for the same seed", async () => {
    write("wrong.md", wrong);
    const args = ["--format", "json", "--seed", "3", "wrong.md"];
    const [first, second] = [await backstep(args), await backstep(args)];
    expect(first.output).toBe(second.output);
    const log = JSON.parse(first.output);
    expect(log).toMatchObject({ version: 1, seed: 3, files: [{ path: "wrong.md", title: "Squares" }] });
    const [step] = log.files[0].steps;
    expect(step).toMatchObject({
      section: "Expand",
      line: 6,
      column: 13,
      rule: "expand",
      verdict: "fails",
      asPublished: false,
    });
    const { inputs, left, right } = step.counterexample;
    expect(left).toBeCloseTo((inputs.a + inputs.b) ** 2);
    expect(right).toBeCloseTo(inputs.a ** 2 + inputs.b ** 2);
  });

  it("reads standard input and notebooks", async () => {
    const notebook = JSON.stringify({ cells: [{ cell_type: "markdown", source: [wrong] }], nbformat: 4 }, null, 1);
    const fromInput = await backstep(["-", "--format=github"], wrong);
    expect(fromInput.output).toMatch(/^::error file=-,line=6,endLine=6,col=13/);
    const fromNotebook = await backstep([write("book.ipynb", notebook), "--format=json"]);
    expect(JSON.parse(fromNotebook.output).files[0].steps[0]).toMatchObject({ verdict: "fails", line: 6 });
    expect(fromNotebook.code).toBe(1);
  });

  it("goes on after a file that can't be read, and tells progress of many", async () => {
    write("sound.md", sound);
    const paths = ["gone.md", "sound.md", "sound.md", "sound.md", "sound.md"];
    const { code, output, errors } = await backstep(paths);
    expect(code).toBe(2);
    expect(output).toMatch(/gone\.md:1:1 {2}There is no such file\./);
    expect(output).toMatch(/^5 files, 4 steps: 4 hold/m);
    expect(errors.split("\n")[0]).toBe("[1/5] gone.md");
  });

  it("says nothing of what is sound when quiet", async () => {
    expect(await backstep(["--quiet", write("sound.md", sound)])).toEqual({ code: 0, output: "", errors: "" });
  });

  it("has no colours where there is no terminal", async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point.
    expect((await backstep([write("wrong.md", wrong)])).output).not.toMatch(/\u001b/);
  });

  it("states derivatives three ways", async () => {
    const text = "## Slope\n\n$$ f(x) = x^3 $$\n\n$$ f'(x) = 3x^2 $$\n\n$$ \\frac{df}{dx} = 3x^2 $$\n";
    const { output } = await backstep([write("slope.md", text), "--gradients", "--format=json"]);
    const gradients = JSON.parse(output).files[0].steps.flatMap((step: { gradient?: object }) => step.gradient ?? []);
    expect(gradients.length).toBeGreaterThan(0);
    for (const { formula, automatic, central } of gradients) {
      expect(automatic).toBeCloseTo(formula, 12);
      expect(central).toBeCloseTo(formula, 6);
    }
  });
});

describe("a file that is no document", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["empty.md", "", "The file is empty."],
    [
      "picture.md",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
      "This is not a text file: it holds bytes that are no UTF-8 text.",
    ],
    ["wide.md", new Uint8Array([0xff, 0xfe, 0x24, 0]), "The file is in UTF-16: save it as UTF-8."],
    ["broken.ipynb", "{", "This is not a Jupyter notebook: it has no list of cells."],
  ])("%s", async (name, content, sentence) => {
    const { code, output } = await backstep([write(name, content)]);
    expect(output).toContain(`${name}:1:1  ${sentence}`);
    expect(code).toBe(2);
  });

  it("huge.md", async () => {
    write("huge.md", "");
    truncateSync(join(folder, "huge.md"), 60 * 1024 * 1024);
    const { code, output } = await backstep(["huge.md"]);
    expect(output).toContain("The file is too large: 60.0 MB, where 50 MB is the most.");
    expect(code).toBe(2);
  });
});

describe("a hostile document is answered", () => {
  it.each<[string, string]>([
    ["a macro that expands for ever", "$$ \\def\\a{\\a\\a} \\a = 1 $$"],
    ["a macro used to breed", `$$ \\def\\a{${"x".repeat(100)}} ${"\\a".repeat(500)} = 1 $$`],
    ["10,000 nested braces", `$$ ${"{".repeat(10_000)}x${"}".repeat(10_000)} = x $$`],
    ["10,000 open braces", `$$ ${"{".repeat(10_000)} = x $$`],
    ["a sum to a milliard", "$$ \\sum_{i=1}^{1000000000} i = 5 $$"],
    ["a tower of powers", `$$ ${"2^{".repeat(60)}2${"}".repeat(60)} = x $$`],
    ["nested quotes", `${"> ".repeat(5000)}$$ a = b $$`],
  ])("%s", async (_, text) => {
    const { code, output, errors } = await backstep([write("hostile.md", `# Hostile\n\n${text}\n`), "--format=json"]);
    const [file] = JSON.parse(output).files;
    const said = [...file.problems, ...file.steps.filter((step: { verdict: string }) => step.verdict !== "holds")];
    expect(said.length).toBeGreaterThan(0);
    expect(output).not.toMatch(/fault of Backstep/);
    expect(errors).toBe("");
    expect(file.steps.some((step: { verdict: string }) => step.verdict === "not-checked") || code === 2).toBe(true);
  });
});

describe("wrong use", () => {
  it.each<[readonly string[], RegExp]>([
    [[], /^backstep: Name at least one file/],
    [["--fromat", "json", "a.md"], /^backstep: There is no option --fromat\. Did you mean --format\?/],
  ])("%j", async (args, sentence) => {
    const { code, output, errors } = await backstep(args);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toMatch(sentence);
  });

  it("is helped", async () => {
    expect(await backstep(["--help"])).toMatchObject({
      code: 0,
      output: expect.stringContaining("Usage: backstep check"),
    });
    expect(await backstep(["--version"])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe("backstep check --watch", () => {
  it("checks again after each change, with the verdicts of a plain run", async () => {
    const steps = (second: string) => `$$ c + c = 2 c $$\n\n$$ (a + b)^2 = ${second} $$\n`;
    const path = join(folder, write("watched.md", steps("a^2 + 2 a b + b^2")));
    const child = spawn(process.execPath, [bundle, "--watch", path], { cwd: folder });
    let output = "";
    let wake = () => {};
    child.stdout.on("data", (chunk) => {
      output += chunk;
      wake();
    });
    const turn = async () => {
      while (!/^1 file, .*\n/m.test(output)) await new Promise<void>((resolve) => (wake = resolve));
      const said = output;
      output = "";
      return said;
    };
    try {
      expect(await turn()).toMatch(/2 hold/);
      for (const second of ["a^2 + b^2", "a^2 + 2 a b + b^2"]) {
        writeFileSync(path, steps(second));
        expect(await turn()).toBe((await backstep([path])).output);
      }
    } finally {
      child.kill();
    }
  });
});
