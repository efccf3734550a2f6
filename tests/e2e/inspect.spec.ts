import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";

/** The part of a line whose characters are these, the largest if several are. */
async function part(page: Page, step: number, characters: string): Promise<Locator> {
  const parts = page.locator(`[data-step='${step}'] .line-formula [data-part]`);
  const texts = await parts.allTextContents();
  const at = texts.findIndex((text) => text.replace(/[\s\u200b]/g, "") === characters);
  if (at < 0) throw new Error(`No part ${characters} in line ${step}: ${texts.join(" | ")}`);
  return parts.nth(at);
}

async function open(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  await settled(page);
  const strip = page.getByRole("region", { name: "Inspect a formula" });
  await expect(strip.getByRole("button")).toBeVisible();
  return strip;
}

const number = async (strip: Locator, at: number) =>
  Number(await strip.locator(".inspector-value").nth(at).getAttribute("data-number"));

const sigma = (z: number) => 1 / (1 + Math.exp(-z));

test("a part shows its value and slope while an input moves, and its twins are lit", async ({ page }) => {
  const strip = await open(page, `${logit}?step=6`);
  await (await part(page, 6, "a")).hover();
  await expect(strip).toContainText("intermediate: a = σ(z)");
  const inputs = { x: 0.8, w: 1.2, b: -0.4 };
  const a = () => sigma(inputs.w * inputs.x + inputs.b);
  expect(await number(strip, 0)).toBeCloseTo(a(), 12);
  expect(await number(strip, 1)).toBeCloseTo(a() * (1 - a()), 12);
  await page.getByRole("slider", { name: /^x/ }).press("ArrowRight");
  await nextFrame(page);
  inputs.x = 0.81;
  expect(await number(strip, 0)).toBeCloseTo(a(), 12);
  await (await part(page, 6, "y")).hover();
  for (const step of [2, 3, 4, 5, 6])
    await expect(page.locator(`[data-step='${step}'] .s-y[data-lit]`), `line ${step}`).not.toHaveCount(0);
  await expect(page.locator(".input-row[data-entry=y][data-lit]")).toHaveCount(1);
  await expect(page.locator(".input-row[data-entry=x][data-lit]")).toHaveCount(0);
});

test("a sub-expression is computed as it stands, and lights the same one in other lines", async ({ page }) => {
  const strip = await open(page, `${logit}?step=5`);
  await (await part(page, 5, "ay")).hover({ position: { x: 2, y: 8 } });
  await page.locator("[data-step='3'] .line-formula [data-part]").first().waitFor();
  const fraction = page.locator("[data-step='3'] .line-formula .mfrac").first();
  const box = await fraction.boundingBox();
  if (box === null) throw new Error("No fraction");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 1);
  await expect(strip).toContainText("fraction");
  expect(await number(strip, 0)).toBeCloseTo(1 / sigma(1.2 * 0.8 - 0.4), 12);
  await expect(page.locator("[data-step='2'] [data-lit=twin]")).toHaveCount(1);
});

test("the arrow keys walk through a line's parts, Escape leaves, and stepping is as before", async ({ page }) => {
  const strip = await open(page, `${logit}?step=6`);
  await strip.getByRole("button", { name: "Inspect line 6" }).press("Enter");
  const said = strip.locator("[aria-live]");
  await expect(said).toContainText("a − y: sum of 2 terms");
  expect(await number(strip, 0)).toBe((await readLines(page))[5]?.value);
  await page.keyboard.press("ArrowDown");
  await expect(said).toContainText("a: intermediate: a = σ(z)");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(said).toContainText("y: label");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(said).toContainText("a − y");
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "6");
  await page.keyboard.press("Escape");
  await expect(strip.getByRole("button")).toBeFocused();
  await expect(page.locator("[data-lit]")).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "5");
});

test("a symbol under a sum has one value for each index", async ({ page }) => {
  const strip = await open(page, "./softmax-cross-entropy/hat-y-y/");
  await page.locator("[data-step='1'] .line-formula .mfrac .symbol").last().hover();
  await expect(strip).toContainText("for each j:");
  const values = (await strip.locator(".inspector-value").first().getAttribute("data-number"))?.split(" ").map(Number);
  expect(values).toHaveLength(4);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a tap shows a part above the tray, a second one the part around it", async ({ page }) => {
    const strip = await open(page, `${logit}?step=6`);
    const before = await page.locator("[data-step='6']").boundingBox();
    const symbol = await part(page, 6, "y");
    await symbol.tap();
    const box = await strip.locator(".inspector-said").boundingBox();
    const tray = await page.getByRole("region", { name: "Bench" }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((tray?.y ?? 0) + 1);
    await expect(strip).toContainText("label");
    await symbol.tap();
    await expect(strip).toContainText("y with its sign turned");
    await symbol.tap();
    await expect(strip).toContainText("sum of 2 terms");
    expect((await page.locator("[data-step='6']").boundingBox())?.height).toBe(before?.height);
  });
});

for (const scheme of ["light", "dark"] as const)
  test(`the strip is without faults of access: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const strip = await open(page, `${logit}?step=6`);
    await (await part(page, 6, "a")).click();
    await expect(strip).toContainText("intermediate");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))).toEqual([]);
  });
