import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";

test("a page answers to a drag before its views are there, and does what else its reader did when they come", async ({
  page,
}) => {
  const release = await holdBack(page, /startSite-.*\.js$/);
  await page.goto(logit, { waitUntil: "commit" });
  const slider = page.getByRole("slider", { name: /^x/ });
  await page.waitForFunction(() => performance.getEntriesByName("backstep:answers").length > 0);
  const before = (await readLines(page)).map(({ value }) => value);
  const point = page.locator(".current-point").first();
  const place = await point.getAttribute("transform");
  await slider.press("PageUp");
  const dragged = await slider.inputValue();
  await page.keyboard.press("Tab");
  await page.locator("[data-step='3'] .line-rule").click();
  await page.locator(".source").click();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByLabel("Show all lines").check();
  await nextFrame(page);
  const answered = (await readLines(page)).map(({ value }) => value);
  expect(answered).not.toEqual(before);
  expect(await point.getAttribute("transform")).not.toBe(place);
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "1");
  release();
  await settled(page);
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "5");
  await expect(page.getByLabel("Show all lines")).toBeChecked();
  await nextFrame(page);
  expect(await slider.inputValue()).toBe(dragged);
  expect((await readLines(page)).map(({ value }) => value)).toEqual(answered);
  await expect(page).toHaveURL(/step=5.*show=all.*x=/);
});

test("a drag that began before the views were there and ends after is one change", async ({ page }) => {
  const release = await holdBack(page, /startSite-.*\.js$/);
  await page.goto(logit, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("backstep:answers").length > 0);
  const slider = page.getByRole("slider", { name: /^x/ });
  const before = await page.getByLabel("Value of x").inputValue();
  const box = await slider.boundingBox();
  if (box === null) throw new Error("No slider");
  const dragTo = (share: number) => page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
  await dragTo(0.63);
  await page.mouse.down();
  await dragTo(0.75);
  release();
  await settled(page);
  await dragTo(0.9);
  await page.mouse.up();
  await expect(page.getByLabel("Value of x")).not.toHaveValue(before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Value of x")).toHaveValue(before);
});

test("the takeover leaves every element and every place as it was", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  const release = await holdBack(page, /startSite-.*\.js$/);
  for (const address of [logit, "./softmax-cross-entropy/hat-y-y/"]) {
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForFunction(() => document.fonts.status === "loaded" && document.fonts.size > 0);
    const look = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".line, .recharts-cartesian-axis-tick-value, .curve-wide, .input-row")].map(
          (element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x, y, width, height].map(Math.round).join(" ");
          },
        ),
      );
    const [first, before] = [page.locator(".line").first(), await look()];
    await first.evaluate((element) => Object.assign(element, { isTheSame: true }));
    await page.evaluate(() => (Reflect.get(globalThis, "shifts") as number[]).splice(0));
    release();
    await settled(page);
    expect(await look()).toEqual(before);
    expect(await first.evaluate((element) => "isTheSame" in element)).toBe(true);
    // Browsers differ in the last bits of exp, and so may the digits on which the three gradients agree: they move a span.
    const shifts = await page.evaluate(() => Reflect.get(globalThis, "shifts") as number[]);
    expect(Math.max(0, ...shifts), address).toBeLessThan(0.0005);
  }
});

test("a page fetches its own script and faces only; the next one its document; the third nothing", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(logit);
  await settled(page);
  const own =
    /^\/assets\/(index|fetch|startLive|startSite|reactDom|client|rolldown-runtime|PartView|partElements|math-for-backpropagation)-[\w-]{8}\.js$/;
  expect(asked.filter((path) => path.endsWith(".js") && !own.test(path))).toEqual([]);
  expect(asked.filter((path) => path.endsWith(".css") && !/PartView-/.test(path))).toEqual([]);
  await page.waitForLoadState("networkidle");
  asked.length = 0;
  await page.getByRole("link", { name: /Softmax Jacobian/ }).click();
  await expect(page.locator("h1")).toHaveText(/Softmax Jacobian/);
  await nextFrame(page);
  expect(
    asked.filter((path) => !path.endsWith(".woff2")).map((path) => path.replace(/.*\/|-[\w-]{8}\.js$/g, "")),
  ).toEqual(["frames.json", "softmax-cross-entropy", "softmax-cross-entropy"]);
  await expect(page.locator(".chart .recharts-cartesian-axis-tick-value").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  asked.length = 0;
  await page.getByRole("link", { name: /Chain rule/ }).click();
  await expect(page.locator("h1")).toHaveText(/Chain rule/);
  await nextFrame(page);
  expect(asked.filter((path) => !path.endsWith(".woff2"))).toEqual([]);
});

test("a page comes with its charts as Recharts drew them; Recharts itself comes when one is pointed at, and says the values", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(logit);
  await settled(page);
  await page.waitForLoadState("networkidle");
  const chart = page.locator(".chart").first();
  await expect(chart.locator("svg.recharts-surface")).toBeVisible();
  await page.getByRole("slider", { name: /^x/ }).press("ArrowRight");
  await nextFrame(page);
  expect(asked.filter((url) => url.includes("ChartFrameView"))).toEqual([]);
  const before = await lookOf(chart);
  const box = await chart.boundingBox();
  if (box === null) throw new Error("No chart");
  await watchTicks(chart);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const tip = chart.locator(".tip");
  await expect(tip).toContainText("line 1: ");
  await expect(tip).toBeVisible();
  expect(asked.filter((url) => url.includes("ChartFrameView"))).toHaveLength(1);
  expect(await lookOf(chart)).toEqual(before);
  expect(await ticksSeen(page)).toEqual([before.length - 1]);
  const first = await tip.textContent();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  await expect(tip).not.toHaveText(first ?? "");
  await page.mouse.move(5, 5);
  await expect(tip).toHaveCount(0);
});

test("a domain that a drag leaves changes to one that the build has drawn", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(logit);
  await settled(page);
  await page.waitForLoadState("networkidle");
  const chart = page.locator(".chart").first();
  const before = await ticksOf(chart);
  await watchTicks(chart);
  await page.getByRole("slider", { name: /^y/ }).press("Home");
  await expect.poll(() => ticksOf(chart)).not.toEqual(before);
  await nextFrame(page);
  expect(await ticksOf(chart)).toContain("1");
  expect(await ticksSeen(page)).not.toContain(0);
  expect(asked.filter((url) => url.includes("ChartFrameView"))).toEqual([]);
});

test("without drawings a domain changes with its ticks when Recharts is there; until then the curve fits the old one", async ({
  page,
}) => {
  await page.route(/frames\.json$/, (route) => route.fulfill({ json: { elements: [], frames: {} } }));
  const release = await holdBack(page, /ChartFrameView-.*\.js$/);
  await page.goto(logit);
  await settled(page);
  const chart = page.locator(".chart").first();
  const ticks = () => ticksOf(chart);
  const before = await ticks();
  expect(before.length).toBeGreaterThan(6);
  await watchTicks(chart);
  const asking = page.waitForRequest(/ChartFrameView/);
  await page.getByRole("slider", { name: /^y/ }).press("Home");
  await asking;
  await nextFrame(page);
  expect(await ticks()).toEqual(before);
  const place = await scaleOf(chart);
  release();
  await expect.poll(ticks).not.toEqual(before);
  await nextFrame(page);
  expect(await scaleOf(chart)).not.toBe(place);
  expect(await ticksSeen(page)).not.toContain(0);
  const [curve, frame] = [await chart.locator(".curve-thin").boundingBox(), await chart.boundingBox()];
  if (curve === null || frame === null) throw new Error("No curve");
  expect(curve.y).toBeGreaterThanOrEqual(frame.y);
  expect(curve.y + curve.height).toBeLessThanOrEqual(frame.y + frame.height);
});

test("a step whose frame is the one that the page came with takes it, before Recharts is there", async ({ page }) => {
  await page.route(/ChartFrameView-.*\.js$/, () => {});
  await page.goto(logit);
  await settled(page);
  const chart = page.locator(".chart").first();
  const before = await ticksOf(chart);
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(page.locator(".legend").first()).toContainText("line 2");
  await nextFrame(page);
  expect(await ticksOf(chart)).toEqual(before);
  expect(before.length).toBeGreaterThan(6);
});

test("a chart of another width, or of another step, has a frame that fits it", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(logit);
  await settled(page);
  const chart = page.locator(".chart").first();
  const fits = async () => {
    const [frame, surface] = await Promise.all([
      chart.locator(".chart-frame").boundingBox(),
      chart.locator("svg.recharts-surface").boundingBox(),
    ]);
    const drawn = Number(await chart.locator("svg.recharts-surface").getAttribute("width"));
    return [surface?.width, drawn].map((width) => Math.round(width ?? 0) - Math.round(frame?.width ?? -1));
  };
  await expect.poll(fits).toEqual([0, 0]);
  await page.setViewportSize({ width: 1400, height: 800 });
  await expect.poll(fits).toEqual([0, 0]);
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(chart.locator(".recharts-cartesian-axis-tick-value").first()).toBeVisible();
  expect(await fits()).toEqual([0, 0]);
});

/** Files of this kind come only when what this gives is called. */
async function holdBack(page: Page, files: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

function ticksOf(chart: Locator): Promise<readonly string[]> {
  return chart.locator(".recharts-cartesian-axis-tick-value").allTextContents();
}

/** Where the names of a chart's ticks stand, and its curve. */
function lookOf(chart: Locator): Promise<readonly string[]> {
  return chart.evaluate((element) =>
    [...element.querySelectorAll(".recharts-cartesian-axis-tick-value, .curve-wide")].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.textContent, ...[x, y, width, height].map(Math.round)].join(" ");
    }),
  );
}

function scaleOf(chart: Locator): Promise<string | null> {
  return chart.locator(".curve-wide").getAttribute("d");
}

/** Counts the names of ticks whenever a frame is about to be painted. */
function watchTicks(chart: Locator): Promise<void> {
  return chart.evaluate((element) => {
    const seen = new Set<number>();
    Object.assign(globalThis, { ticksSeen: seen });
    const watch = () => {
      requestAnimationFrame(watch);
      // After every other callback of this frame.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => seen.add(element.querySelectorAll(".recharts-cartesian-axis-tick-value").length);
      channel.port2.postMessage(null);
    };
    watch();
  });
}

function ticksSeen(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => [...(Reflect.get(globalThis, "ticksSeen") as Set<number>)]);
}

test("verdicts are computed again in this browser on request, and come out the same", async ({ page }) => {
  for (const address of [logit, "./softmax-cross-entropy/hat-y-y/"]) {
    await page.goto(address);
    await settled(page);
    await page.getByRole("button", { name: "Check again here" }).click();
    const said = page.locator(".check-again [role=status]");
    await expect(said).toHaveText(/\d+ steps of this section, every verdict the same in every figure/, {
      timeout: 20_000,
    });
  }
});
