import { expect, test } from "./quietTest";
import { nextFrame, settled } from "./readPage";

test("the counterexample stands on the axis, and a press on it sets the inputs; differences can be drawn logarithmic", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.keyboard.press("End");
  const mark = page.locator(".counterexample-mark");
  await expect(mark).toBeVisible();
  const before = await page.getByLabel("Value of w").inputValue();
  await mark.click();
  await nextFrame(page);
  expect(await page.getByLabel("Value of w").inputValue()).not.toBe(before);
  const at = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2;
  };
  expect(Math.abs((await at(".counterexample-mark")) - (await at(".chart .current-point")))).toBeLessThan(1.5);
  const curve = page.locator(".difference-curve");
  const plain = await curve.getAttribute("d");
  await page.getByLabel("logarithmic, with sign").check();
  await expect(curve).not.toHaveAttribute("d", plain ?? "");
});

test("the figure's numbers are those of its curves; its text says what it shows now", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./math-for-backpropagation/partial-l-partial-z/");
  await settled(page);
  await page.getByText("Copy this figure, see its numbers").click();
  await page.getByRole("button", { name: "Copy CSV" }).click();
  await expect(page.getByText("CSV copied")).toBeVisible();
  const [head = "", ...rows] = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\r\n");
  expect(head).toBe("z,left side,line 1,difference");
  for (const row of rows) {
    const [z = Number.NaN, left, right, difference] = row.split(",").map(Number);
    expect(left).toBeCloseTo(1 / (1 + Math.exp(-z)) - 1, 12);
    expect((right ?? 0) - (left ?? 0)).toBe(difference);
  }
  await page.getByLabel("Value of b").fill("1");
  await expect(
    page.getByRole("img", { name: /left side and line 1 against z.*at 1\.96: −0\.123467 and −0\.123467/ }),
  ).toBeVisible();
});

test("what was published is struck with its counterexample, and can be put away; its lines bring it back", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const published = page.getByRole("note", { name: "As published" });
  await expect(published.locator(".is-struck .line-counter")).toContainText(/Wrong at .* against/);
  await published.getByRole("button", { name: "Corrected only" }).click();
  await expect(published.locator("[data-step]")).toHaveCount(0);
  await page.keyboard.press("End");
  await expect(published.locator("[aria-current=step]")).toBeVisible();
  const putAway = published.getByRole("button", { name: "Corrected only" });
  await putAway.focus();
  await page.keyboard.press("Enter");
  await expect(published.locator("[data-step]")).toHaveCount(0);
  await expect(page.locator("[aria-current=step]")).toBeVisible();
  await expect(published.getByRole("button", { name: "Show what was published" })).toBeFocused();
  await published.getByRole("button", { name: "Show what was published" }).click();
  await expect(published.locator("[data-step]")).toHaveCount(2);
});

test("the error of the difference quotient is drawn over h on Recharts' axes, its smallest where the curve is lowest", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.getByText("Error of the difference quotient against h").click();
  const chart = page.locator(".step-error-chart");
  await expect(chart.locator(".recharts-cartesian-axis-tick-value")).toHaveText([
    "1e−15",
    "1e−10",
    "1e−5",
    "1",
    "1e−15",
    "1e−10",
    "1e−5",
    "1",
  ]);
  await expect(chart.locator("figcaption")).toHaveText(/^Smallest error .* at h = /);
  const lowest = () =>
    chart.evaluate((element) => {
      const d = element.querySelector("[data-arm=measured]")?.getAttribute("d") ?? "";
      const places = [...d.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
      const [x = Number.NaN, y = Number.NaN] = places.reduce((low, one) => ((one[1] ?? 0) > (low[1] ?? 0) ? one : low));
      const [, atX, atY] =
        /([-\d.]+),([-\d.]+)/.exec(element.querySelector(".best")?.getAttribute("transform") ?? "") ?? [];
      return { count: places.length, aside: Math.hypot(Number(atX) - x, Number(atY) - y) };
    });
  const { count, aside } = await lowest();
  expect(count).toBeGreaterThan(10);
  expect(aside).toBeLessThan(0.2);
  await page.getByLabel("Value of w").fill("-1.5");
  await nextFrame(page);
  expect((await lowest()).aside).toBeLessThan(0.2);
});
