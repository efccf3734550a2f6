import { chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/findBrowser";
import { type DragPage, openDragPage, type Place } from "./dragPage";
import { buildPeerPage } from "./peers";
import { quantile, record } from "./record";
import { servePages } from "./servePages";

const rounds = 3;
const events = 80;
/** Pages of other libraries take so long that fewer events tell as much. */
const peerEvents = 16;
const slowdowns = [1, 4, 6];

/** The empty page first, to which all others are compared. At its last line a page shows every value. */
const contenders: readonly Place[] = [
  { name: "a slider alone", path: "empty" },
  { name: "math-for-backpropagation", path: "math-for-backpropagation/" },
  { name: "the same at its last line", path: "math-for-backpropagation/", key: "End" },
  { name: "softmax-cross-entropy", path: "softmax-cross-entropy/" },
  { name: "its classes, K = 10", path: "softmax-cross-entropy/?classes=10", tab: "Classes" },
];
const peers: readonly Place[] = [
  { name: "KaTeX re-rendered", path: "", isPeer: true },
  { name: "Recharts memoised, KaTeX re-rendered", path: "?charts", isPeer: true },
];

/**
 * A drag of 240 events over each page's first slider, in three rounds that take turns: processor time of the main
 * thread for an event, time from event to paint, long animation frames; against a page with nothing but a slider and
 * against pages made of other libraries.
 */
export async function benchFrame(): Promise<void> {
  const [site, other, browser] = await Promise.all([
    servePages("dist"),
    buildPeerPage().then(servePages),
    chromium.launch(findBrowser() ?? {}),
  ]);
  try {
    const pages: DragPage[] = [];
    for (const place of contenders) pages.push(await openDragPage(browser, site.origin, place));
    for (const place of peers) pages.push(await openDragPage(browser, other.origin, place));
    const rows = [];
    for (const slowdown of slowdowns) {
      rows.push(...(await measure(pages, slowdown)));
      console.log(`measured at ${slowdown} ×`);
    }
    record("frame", rows);
  } finally {
    await Promise.all([browser.close(), site.close(), other.close()]);
  }
}

async function measure(
  pages: readonly DragPage[],
  slowdown: number,
): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const found = pages.map(() => ({ work: [] as number[], paint: [] as number[], longFrames: 0 }));
  for (let round = 0; round < rounds; round += 1)
    for (const [at, page] of pages.entries()) {
      const { work, paint, longFrames } = await page.drag(page.isPeer ? peerEvents : events, slowdown);
      const own = found[at];
      if (own === undefined) continue;
      own.work.push(...work);
      own.paint.push(...paint);
      own.longFrames += longFrames;
    }
  const [empty] = found;
  return found.map(({ work, paint, longFrames }, at) => {
    const ratio = (share: number) => round2(quantile(work, share) / quantile(empty?.work ?? [], share));
    return {
      page: pages[at]?.name ?? "",
      slowdown,
      "work p50, ms": round2(quantile(work, 0.5)),
      "work p95, ms": round2(quantile(work, 0.95)),
      "p50 ÷ empty": ratio(0.5),
      "p95 ÷ empty": ratio(0.95),
      "paint p50, ms": round2(quantile(paint, 0.5)),
      "paint p95, ms": round2(quantile(paint, 0.95)),
      "long frames": longFrames,
    };
  });
}

function round2(value: number): number {
  return Math.round(100 * value) / 100;
}
