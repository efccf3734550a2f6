import { createServer } from "node:net";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/findBrowser";

// Worker processes read this file again: the first reading chooses the port and leaves it in the environment.
process.env.BACKSTEP_PORT ??= String(await freePort());
const address = `http://localhost:${process.env.BACKSTEP_PORT}/`;
const results = process.env.BACKSTEP_BROWSER_RESULTS;

/** Browser tests of the built site: `npm run build` first. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 30_000,
  reporter: results === undefined ? [["list"]] : [["list"], ["json", { outputFile: results }]],
  use: {
    baseURL: address,
    launchOptions: findBrowser() ?? {},
    trace: "retain-on-failure",
  },
  projects: [{ name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: `npm run --silent preview -- --port ${process.env.BACKSTEP_PORT} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, () => {
      const found = server.address();
      server.close(() =>
        typeof found === "object" && found !== null ? resolve(found.port) : reject(new Error("no port")),
      );
    });
  });
}
