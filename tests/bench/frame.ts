import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/findBrowser";
import { quantile, record } from "./record";
import { servePages } from "./servePages";

const events = 120;
const pages = ["empty", "math-for-backpropagation/", "softmax-cross-entropy/"];

/** Main-thread work for each event of a drag, in milliseconds, against a page with nothing but a slider. */
export async function benchFrame(): Promise<void> {
  const [site, browser] = await Promise.all([servePages("dist"), chromium.launch(findBrowser() ?? {})]);
  try {
    const rows = [];
    for (const slowdown of [1, 4]) {
      let empty: readonly number[] = [];
      for (const path of pages) {
        const work = await drag(browser, `${site.origin}/${path}`, slowdown);
        if (path === "empty") empty = work;
        const [p50, p95] = [quantile(work, 0.5), quantile(work, 0.95)];
        rows.push({
          page: path,
          slowdown,
          p50: round(p50),
          p95: round(p95),
          "p50 ÷ empty": round(p50 / quantile(empty, 0.5)),
          "p95 ÷ empty": round(p95 / quantile(empty, 0.95)),
        });
      }
    }
    record("frame", rows);
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
}

async function drag(browser: Browser, address: string, slowdown: number): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address, { waitUntil: "load" });
  await pause(2500);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  const slider = page.locator("input[type=range]").first();
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error(`No slider on ${address}`);
  const y = box.y + box.height / 2;
  const at = (event: number) => box.x + box.width * (0.5 + 0.45 * Math.sin((2 * Math.PI * event) / 120));
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  const work: number[] = [];
  for (let event = 1; event <= events; event += 1) {
    const before = await busy();
    await page.mouse.move(at(event), y);
    await pause(35);
    work.push((await busy()) - before);
  }
  await page.mouse.up();
  await page.close();
  return work;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
