import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { readLines, settled } from "./readPage";

test("a step goes against the derived gradient; reset and the same steps end at the same point", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const [line] = await readLines(page);
  await page.getByRole("tab", { name: "Descent" }).click();
  const corrected = page.locator(".figure-says.descent-0");
  const point = async () => Number(await corrected.getAttribute("data-point"));
  const start = await point();
  await page.getByRole("button", { name: "One step" }).click();
  expect(await point()).toBeCloseTo(start - 10 ** -0.5 * (line?.value ?? Number.NaN), 12);
  await expect(corrected).toHaveAttribute("data-trend", "falling");
  await expect(page.locator(".figure-says.descent-1")).toContainText("as published");
  await page.getByRole("button", { name: "One step" }).click();
  const after = await point();
  await page.getByRole("tabpanel").getByRole("button", { name: "Reset" }).click();
  expect(await point()).toBe(start);
  for (let step = 0; step < 2; step += 1) await page.getByRole("button", { name: "One step" }).click();
  expect(await point()).toBe(after);
  await expect(page.locator(".contour-map .descent-0")).toHaveAttribute("d", /^M.*L.*L/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("every logit moves on the page of ŷ − y", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/hat-y-y/");
  await settled(page);
  await page.getByRole("tab", { name: "Descent" }).click();
  const says = page.locator(".figure-says.descent-0");
  const read = async () => ((await says.getAttribute("data-point")) ?? "").split(" ").map(Number);
  const before = await read();
  expect(before.length).toBeGreaterThan(2);
  await page.getByRole("button", { name: "One step" }).click();
  const after = await read();
  // ŷ and a one-hot y both sum to 1, so a step leaves the sum of the logits alone.
  const total = (point: readonly number[]) => point.reduce((sum, value) => sum + value, 0);
  expect(total(after)).toBeCloseTo(total(before), 12);
  expect(after.every((value, at) => value !== before[at])).toBe(true);
  await expect(says).toHaveAttribute("data-trend", "falling");
});

test("where the section derives the slope by z, the chain rule carries it on to w and b", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-z/?tab=descent");
  const says = page.locator(".figure-says.descent-0");
  await expect(says).toHaveAttribute("data-point", /./);
  await expect(page.locator(".figure")).toContainText("the slope by z, and the chain rule carries it on");
  const read = async () => ((await says.getAttribute("data-point")) ?? "").split(" ").map(Number);
  const [w = Number.NaN, b = Number.NaN] = await read();
  const [line] = await readLines(page);
  const x = Number(await page.getByLabel("Value of x").inputValue());
  await page.getByRole("button", { name: "One step" }).click();
  const step = 10 ** -0.5 * (line?.value ?? Number.NaN);
  const [newW, newB] = await read();
  expect(newW).toBeCloseTo(w - step * x, 12);
  expect(newB).toBeCloseTo(b - step, 12);
  await page.getByLabel("as published beside it").uncheck();
  await expect(page.locator(".figure-says.descent-1")).toHaveCount(0);
});
