import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/findBrowser";
import { buildClientRendered } from "./clientRendered";
import { quantile, record } from "./record";
import { servePages } from "./servePages";

const rounds = 4;

/** One page of each kind: one input at a time, and classes. */
const pages = ["math-for-backpropagation/partial-l-partial-w/", "softmax-cross-entropy/hat-y-y/"];

const ways = ["prerendered", "client, one bundle", "client, split"] as const;

type Way = (typeof ways)[number];

/**
 * Runs in the page before anything else, as text: no bundler has touched it. Blocking is what tasks take beyond 50 ms
 * after the first paint. The first slider that is there is moved until a value of the derivation follows.
 */
const observe = `
const metrics = (globalThis.loadMetrics = { fcp: 0, lcp: 0, cls: 0, tasks: [], drag: 0 });
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("paint", (entry) => { if (entry.name === "first-contentful-paint") metrics.fcp = entry.startTime; });
watch("largest-contentful-paint", (entry) => { metrics.lcp = entry.startTime; });
watch("longtask", (entry) => metrics.tasks.push([entry.startTime, entry.duration]));
watch("layout-shift", (entry) => { metrics.cls += entry.value; });
let before = null;
const nudge = setInterval(() => {
  const slider = document.querySelector("input[type=range]");
  const value = document.querySelector("[data-value]");
  if (slider === null || value === null) return;
  before ??= value.getAttribute("data-value");
  if (value.getAttribute("data-value") !== before) {
    metrics.drag = performance.now();
    clearInterval(nudge);
    return;
  }
  slider.value = String(Number(slider.value) + (Number(slider.max) - Number(slider.value)) / 16);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
}, 50);
`;

interface Metrics {
  readonly fcp: number;
  readonly lcp: number;
  readonly cls: number;
  readonly tasks: readonly (readonly [start: number, duration: number])[];
  /** When a value first followed a slider. */
  readonly drag: number;
  /** Kilobytes of script that had come by then. */
  readonly scriptBefore: number;
}

interface Load extends Metrics {
  readonly tbt: number;
  readonly kilobytes: Readonly<Record<string, number>>;
}

/**
 * First visits over slow 4G (1.6 Mbit/s, 150 ms) with a processor slowed four times, prerendered and made in the
 * browser, taken in turn; medians of four.
 */
export async function benchLoad(): Promise<void> {
  const folders = ["dist", await buildClientRendered("bundle"), await buildClientRendered("split")];
  const sites = await Promise.all(folders.map((folder, at) => servePages(folder, at > 0)));
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const rows = [];
    for (const path of pages) {
      const loads = new Map<Way, Load[]>(ways.map((way) => [way, []]));
      for (let round = 0; round < rounds; round += 1)
        for (const [at, way] of ways.entries())
          loads.get(way)?.push(await visit(browser, `${sites[at]?.origin}/${path}`));
      const median = (way: Way, of: (load: Load) => number) => quantile((loads.get(way) ?? []).map(of), 0.5);
      const best = (of: (load: Load) => number) => Math.min(...ways.slice(1).map((way) => median(way, of)));
      for (const way of ways)
        rows.push({
          page: path,
          way,
          "FCP ms": Math.round(median(way, ({ fcp }) => fcp)),
          "LCP ms": Math.round(median(way, ({ lcp }) => lcp)),
          "÷ best client": ratio(median(way, ({ lcp }) => lcp) / best(({ lcp }) => lcp)),
          "TBT ms": Math.round(median(way, ({ tbt }) => tbt)),
          "TBT ÷": ratio(median(way, ({ tbt }) => tbt) / best(({ tbt }) => tbt)),
          CLS: Number(median(way, ({ cls }) => cls).toFixed(3)),
          "drag ms": Math.round(median(way, ({ drag }) => drag)),
          "script before kB": Math.round(median(way, ({ scriptBefore }) => scriptBefore)),
          ...Object.fromEntries(
            kinds.map((kind) => [`${kind} kB`, Math.round(median(way, ({ kilobytes }) => kilobytes[kind] ?? 0))]),
          ),
          "all kB": Math.round(
            median(way, ({ kilobytes }) => kinds.reduce((sum, kind) => sum + (kilobytes[kind] ?? 0), 0)),
          ),
        });
    }
    record("load", rows);
  } finally {
    await Promise.all([browser.close(), ...sites.map((site) => site.close())]);
  }
}

const kinds = ["Document", "Script", "Stylesheet", "Font"];

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
  const kindOf = new Map<string, string>();
  const bytes: Record<string, number> = {};
  // What stands within a page has come with it.
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (!response.url.startsWith("data:")) kindOf.set(requestId, type);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kindOf.get(requestId);
    if (kind !== undefined) bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await page.addInitScript({ content: observe });
  await page.goto(address, { waitUntil: "load" });
  const isAnswered = () => page.evaluate<boolean>("loadMetrics.drag > 0");
  while (!(await isAnswered())) await pause(250);
  await pause(2500);
  const metrics =
    await page.evaluate<Metrics>(`({ ...loadMetrics, scriptBefore: performance.getEntriesByType("resource")
    .filter(({ name, responseEnd }) => name.endsWith(".js") && responseEnd < loadMetrics.drag)
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize / 1000, 0) })`);
  await context.close();
  const tbt = metrics.tasks
    .filter(([start]) => start >= metrics.fcp)
    .reduce((sum, [, duration]) => sum + duration - 50, 0);
  return {
    ...metrics,
    tbt,
    kilobytes: Object.fromEntries(Object.entries(bytes).map(([kind, size]) => [kind, size / 1000])),
  };
}

function ratio(value: number): number {
  return Math.round(100 * value) / 100;
}
