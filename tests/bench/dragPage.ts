import { setTimeout as pause } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";

/** What a drag over a page's first slider cost. */
export interface Drag {
  /** Processor time of the page's main thread for each event, in milliseconds. */
  readonly work: readonly number[];
  /** From an input event to the end of the frame that answers it, in milliseconds on the clock. */
  readonly paint: readonly number[];
  readonly longFrames: number;
}

/** A page that stays open between drags. */
export interface DragPage {
  readonly name: string;
  readonly isPeer: boolean;
  readonly drag: (events: number, slowdown: number) => Promise<Drag>;
}

/** Runs in the page, as text: no bundler has touched it. A message arrives after the frame in which it was sent. */
const observe = `
const seen = (globalThis.dragSeen = { paint: [], longFrames: 0 });
const channel = new MessageChannel();
let since = 0;
channel.port1.onmessage = () => { seen.paint.push(performance.now() - since); since = 0; };
addEventListener("input", (event) => {
  if (since > 0) return;
  since = event.timeStamp;
  requestAnimationFrame(() => channel.port2.postMessage(null));
}, true);
new PerformanceObserver((list) => { seen.longFrames += list.getEntries().length; }).observe({ type: "long-animation-frame" });
`;

export interface Place {
  readonly name: string;
  readonly path: string;
  /** A tab to open. */
  readonly tab?: string;
  /** A key to press once. */
  readonly key?: string;
  /** Made of other libraries. */
  readonly isPeer?: boolean;
}

export async function openDragPage(
  browser: Browser,
  origin: string,
  { name, path, tab, key, isPeer = false }: Place,
): Promise<DragPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript({ content: observe });
  await page.goto(`${origin}/${path}`, { waitUntil: "load" });
  await pause(2000);
  if (tab !== undefined) await page.getByRole("tab", { name: tab }).click();
  if (key !== undefined) await page.keyboard.press(key);
  await pause(1000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return { name, isPeer, drag: (events, slowdown) => dragSlider(page, devtools, events, slowdown) };
}

async function dragSlider(page: Page, devtools: CDPSession, events: number, slowdown: number): Promise<Drag> {
  await page.bringToFront();
  const slider = page.locator("input[type=range]").first();
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error(`No slider on ${page.url()}`);
  const y = box.y + box.height / 2;
  const at = (event: number) => box.x + box.width * (0.5 + 0.45 * Math.sin((2 * Math.PI * event) / 120));
  const busy = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  // What a page does at its first event only, compiling for one, is not what dragging costs.
  for (let event = -10; event < 0; event += 1) await page.mouse.move(at(event), y);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await pause(300);
  await page.evaluate("Object.assign(dragSeen, { paint: [], longFrames: 0 })");
  const work: number[] = [];
  for (let event = 1; event <= events; event += 1) {
    const before = await busy();
    await page.mouse.move(at(event), y);
    await pause(35);
    work.push((await busy()) - before);
  }
  const { paint, longFrames } = await page.evaluate<Omit<Drag, "work">>("dragSeen");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.mouse.up();
  return { work, paint, longFrames };
}
