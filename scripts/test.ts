import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { run } from "./run";

/** What a stage adds to the closing line. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: string;
  /** Reads the runner's own report; a stage without one counts as one failure if it fails, else as nothing. */
  readonly count?: () => Count | null;
}

const results = ".cache/test-results";
const unitResults = `${results}/unit.json`;
const browserResults = `${results}/browser.json`;

const stages: readonly Stage[] = [
  { name: "types", command: "npm run --silent types" },
  { name: "lint", command: "npm run --silent lint" },
  {
    name: "unit",
    command: `npm run --silent unit -- --reporter=default --reporter=json --outputFile.json=${unitResults}`,
    count: countUnit,
  },
  { name: "build", command: "npm run --silent build" },
  { name: "size", command: "npm run --silent size" },
  { name: "browser", command: "npm run --silent browser", count: countBrowser },
];

/** Runs every stage, also after one has failed, and closes with "N passed, N failed". */
async function test(): Promise<number> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const outcomes: { stage: string; seconds: number; ok: boolean; count: Count }[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name} ──`);
    const started = Date.now();
    const code = await run(stage.command, { BACKSTEP_BROWSER_RESULTS: browserResults });
    const count = tally(code, stage.count?.() ?? null);
    outcomes.push({ stage: stage.name, seconds: (Date.now() - started) / 1000, ok: count.failed === 0, count });
  }
  console.log("");
  for (const { stage, seconds, ok } of outcomes) console.log(`${ok ? "✓" : "✗"} ${stage} (${seconds.toFixed(1)} s)`);
  const passed = outcomes.reduce((sum, { count }) => sum + count.passed, 0);
  const failed = outcomes.reduce((sum, { count }) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** A runner that failed without a failed test (a crash, no report) still counts as one failure. */
function tally(code: number, count: Count | null): Count {
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function countUnit(): Count | null {
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(unitResults);
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countBrowser(): Count | null {
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(browserResults);
  return report && { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}

function readReport<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : null;
}

process.exitCode = await test();
