import { chromium } from "@playwright/test";
import { findBrowser } from "./findBrowser";
import { run } from "./run";

const download = "npx playwright install chromium";
const systemLibraries = "npx playwright install-deps chromium";
const distribution = "apt-get install --yes chromium || (apt-get update && apt-get install --yes chromium)";

/**
 * Makes sure that a browser starts, installing one if none does: Playwright's build, with the system's libraries
 * where it lacks them, else the distribution's package. Nothing is installed where a browser already starts.
 */
export async function ensureBrowser(): Promise<boolean> {
  if (await starts()) return true;
  console.log("No browser found; installing Chromium.");
  const mayInstallPackages = process.platform === "linux" && process.getuid?.() === 0;
  if ((await run(download)) === 0) {
    if (await starts()) return true;
    if (mayInstallPackages && (await run(systemLibraries)) === 0 && (await starts())) return true;
  }
  if (mayInstallPackages && (await run(distribution)) === 0 && (await starts())) return true;
  console.error("No browser could be started. Install Chrome or Chromium, or name one in CHROME_PATH.");
  return false;
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
