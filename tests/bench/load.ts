import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/findBrowser";
import { quantile, record } from "./record";
import { servePages } from "./servePages";

/** Runs in the page before anything else, as text: no bundler has touched it. Blocking is what tasks take beyond 50 ms. */
const observe = `
const metrics = (globalThis.loadMetrics = { fcp: 0, lcp: 0, tbt: 0, cls: 0 });
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("paint", (entry) => { if (entry.name === "first-contentful-paint") metrics.fcp = entry.startTime; });
watch("largest-contentful-paint", (entry) => { metrics.lcp = entry.startTime; });
watch("longtask", (entry) => { if (metrics.fcp > 0) metrics.tbt += entry.duration - 50; });
watch("layout-shift", (entry) => { metrics.cls += entry.value; });
`;

interface Load {
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  readonly kilobytes: Readonly<Record<string, number>>;
}

/** First visits over slow 4G (1.6 Mbit/s, 150 ms) with a processor slowed four times; medians of three. */
export async function benchLoad(): Promise<void> {
  const [site, browser] = await Promise.all([servePages("dist"), chromium.launch(findBrowser() ?? {})]);
  try {
    const rows = [];
    for (const path of ["empty", "math-for-backpropagation/", "softmax-cross-entropy/"]) {
      const loads: Load[] = [];
      for (let round = 0; round < 3; round += 1) loads.push(await visit(browser, `${site.origin}/${path}`));
      const median = (of: (load: Load) => number) => quantile(loads.map(of), 0.5);
      rows.push({
        page: path,
        "FCP ms": Math.round(median(({ fcp }) => fcp)),
        "LCP ms": Math.round(median(({ lcp }) => lcp)),
        "TBT ms": Math.round(median(({ tbt }) => tbt)),
        CLS: Number(median(({ cls }) => cls).toFixed(3)),
        ...Object.fromEntries(Object.entries(loads[0]?.kilobytes ?? {}).map(([kind, size]) => [`${kind} kB`, size])),
      });
    }
    record("load", rows);
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
}

async function visit(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const throughput = 1_600_000 / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput / 2,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = { Document: 0, Script: 0, Stylesheet: 0, Font: 0 };
  devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await page.addInitScript({ content: observe });
  await page.goto(address, { waitUntil: "load" });
  await pause(4000);
  const { fcp, lcp, tbt, cls } = await page.evaluate<Omit<Load, "kilobytes">>("loadMetrics");
  await context.close();
  const kilobytes = Object.fromEntries(Object.entries(bytes).map(([kind, size]) => [kind, Math.round(size / 1000)]));
  return { fcp, lcp, tbt, cls, kilobytes };
}
