import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { engineVersion } from "../../scripts/enginePlugin.mjs";

const root = mkdtempSync(join(tmpdir(), "backstep-engine-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(root, "src", path), text);
}

for (const layer of ["formula", "calculus", "derivation", "check", "views"])
  mkdirSync(join(root, "src", layer), { recursive: true });
write("formula/parse.ts", "one");
write("check/judge.ts", "two");

it.each<[string, () => void, boolean]>([
  ["nothing", () => {}, false],
  ["a view", () => write("views/PageView.tsx", "new"), false],
  ["a file of the engine", () => write("check/judge.ts", "other"), true],
  ["a new file", () => write("calculus/lower.ts", ""), true],
  ["a name", () => renameSync(join(root, "src/calculus/lower.ts"), join(root, "src/calculus/raise.ts")), true],
  [
    "a file that takes over another one's end",
    () => {
      write("formula/parse.ts", "on");
      write("check/judge.ts", "eother");
    },
    true,
  ],
])("the engine's version after a change of %s", (_, change, isOther) => {
  const before = engineVersion(root);
  change();
  expect(engineVersion(root)).toMatch(/^[0-9a-f]{64}$/);
  expect(engineVersion(root) !== before).toBe(isOther);
});
