import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";

/** The numbers of a line's formula as they stand, in reading order. */
const numbers = (page: Page, step: number) =>
  page.locator(`[data-step='${step}'] .line-formula .put`).allTextContents();

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
  await expect(page.getByRole("button", { name: /^Inspect line/ })).toBeVisible();
}

test("one switch puts numbers in for symbols; they follow the inputs and shift nothing", async ({ page }) => {
  await open(page, `${logit}?step=6`);
  const symbols = await page.locator("[data-step='6'] .line-formula .katex-html").textContent();
  await page.getByRole("checkbox", { name: "Show numbers" }).check();
  await expect(page.locator("[data-step='6'] .put").first()).toHaveText("0.636");
  expect(await numbers(page, 6)).toEqual(["0.636", "1.000"]);
  expect(await numbers(page, 5)).toEqual(["1.000", "0.636", "1.000", "0.636", "0.636", "1.000"]);
  await expect(page).toHaveURL(/numbers=in/);
  const widths = () =>
    page.locator(".lines .katex-html").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  const before = await widths();
  await page.getByRole("slider", { name: /^x/ }).press("Home");
  await nextFrame(page);
  const a = 1 / (1 + Math.exp(-(1.2 * -3 - 0.4)));
  expect(await numbers(page, 6)).toEqual([a.toFixed(3), "1.000"]);
  expect(await widths()).toEqual(before);
  const value = (await readLines(page))[5]?.value ?? Number.NaN;
  const [left = "", right = ""] = await numbers(page, 6);
  expect(Number(left) - Number(right)).toBeCloseTo(value, 2);
  await page.getByRole("checkbox", { name: "Show numbers" }).uncheck();
  expect(await page.locator("[data-step='6'] .line-formula .katex-html").textContent()).toBe(symbols);
});

test("a negative number has brackets where its sign would run into another", async ({ page }) => {
  await open(page, "./math-for-backpropagation/cross-entropy-loss/?numbers=in");
  const line = page.locator(".line", { hasText: "the logit" }).first();
  await expect(line.locator(".put")).toHaveText(["1.200", "0.800", "−0.400"]);
  const content = (at: number) =>
    line
      .locator(".put")
      .nth(at)
      .evaluate((element) => {
        const style = getComputedStyle(element, "::before");
        return style.visibility === "hidden" || style.display === "none" ? "" : style.content;
      });
  expect([await content(0), await content(1), await content(2)]).toEqual(["none", '"("', '"("']);
});

test("what has no single number stays a symbol", async ({ page }) => {
  await open(page, "./softmax-cross-entropy/hat-y-y/?numbers=in&step=4");
  const line = page.locator("[data-step='4'] .line-formula");
  await expect(line.locator(".put")).toHaveText(["0.000", "0.054"]);
  await expect(line.locator(".symbol:not([data-put])").first()).toBeVisible();
  await page.getByRole("group", { name: /index/ }).getByRole("button", { name: "3" }).click();
  await expect(line.locator(".put").first()).toHaveText("1.000");
});

test("a free symbol can be dragged in the formula; one undo takes it back", async ({ page }) => {
  await open(page, "./math-for-backpropagation/cross-entropy-loss/");
  const line = page.locator(".line", { hasText: "the logit" }).first();
  const symbol = line.locator(".symbol.s-x");
  const slider = page.getByRole("slider", { name: /^x/ });
  const box = await symbol.boundingBox();
  if (box === null) throw new Error("No x");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const dragTo = async (by: number, keys: readonly ("Shift" | "Alt")[] = []) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const key of keys) await page.keyboard.down(key);
    await page.mouse.move(x + by / 2, y);
    await page.mouse.move(x + by, y);
    await page.mouse.up();
    for (const key of keys) await page.keyboard.up(key);
    await nextFrame(page);
  };
  await dragTo(2);
  expect(await slider.inputValue()).toBe("0.8");
  await page.mouse.move(x, y);
  expect(await symbol.evaluate((element) => getComputedStyle(element).cursor)).toBe("ew-resize");
  const at = await page.locator("[aria-current=step]").getAttribute("data-step");
  await dragTo(50);
  expect(await slider.inputValue()).toBe("1.8");
  expect(await page.locator("[aria-current=step]").getAttribute("data-step")).toBe(at);
  await page.keyboard.press("Control+z");
  await nextFrame(page);
  expect(await slider.inputValue()).toBe("0.8");
  await dragTo(50, ["Alt"]);
  expect(Number(await slider.inputValue())).toBeCloseTo(0.9, 10);
  await page.keyboard.press("Control+z");
  await dragTo(20, ["Shift"]);
  expect(await slider.inputValue()).toBe("3");
});

for (const scheme of ["light", "dark"] as const)
  test(`numbers in lines are without faults of access: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, `${logit}?step=5&numbers=in`);
    await expect(page.locator(".put").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))).toEqual([]);
  });
