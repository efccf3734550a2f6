import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { summaryOf } from "./summary";

const folder = "tests/golden";

/** A test is a document dropped into the folder; what it compiles to is written beside it once, and kept. */
describe("golden documents", () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith(".md")))("%s compiles to what is written down", (name) => {
    const expected = join(folder, name.replace(/\.md$/, ".json"));
    const actual = `${JSON.stringify(summaryOf(readFileSync(join(folder, name), "utf8"), { path: name }), null, 2)}\n`;
    if (!existsSync(expected) && process.env.CI === undefined) writeFileSync(expected, actual);
    expect(actual).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : `${expected} is missing`);
  });

  it("has a document for every file of results", () => {
    const names = new Set(readdirSync(folder));
    expect([...names].filter((name) => name.endsWith(".json") && !names.has(name.replace(/\.json$/, ".md")))).toEqual(
      [],
    );
  });
});
