import { chromium } from "@playwright/test";
import { findBrowser } from "./findBrowser";
import { run } from "./run";

/**
 * Makes sure that a browser starts, installing one if none does: Playwright's build, with its system libraries where
 * that is allowed, else the distribution's package. Nothing is installed where a browser already starts.
 */
export async function ensureBrowser(): Promise<boolean> {
  if (await starts()) return true;
  console.log("No browser found; installing Chromium.");
  const isRoot = process.getuid?.() === 0;
  for (const command of installers(isRoot)) {
    if ((await run(command)) === 0 && (await starts())) return true;
  }
  console.error("No browser could be started. Install Chrome or Chromium, or name one in CHROME_PATH.");
  return false;
}

function installers(isRoot: boolean): string[] {
  const playwright = "npx playwright install chromium --only-shell";
  const apt =
    "apt-get install --yes --no-install-recommends chromium || (apt-get update && apt-get install --yes chromium)";
  if (process.platform !== "linux" || !isRoot) return [playwright];
  return [playwright, "npx playwright install-deps chromium", apt];
}

async function starts(): Promise<boolean> {
  const choice = findBrowser();
  if (choice === null) return false;
  try {
    const browser = await chromium.launch(choice);
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1]?.endsWith("ensureBrowser.ts")) process.exitCode = (await ensureBrowser()) ? 0 : 1;
