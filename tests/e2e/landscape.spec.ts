import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

test("the arrow is the derived gradient; a press and the arrow keys move the point", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.getByRole("tab", { name: "Landscape" }).click();
  const map = page.locator(".contour-map");
  await expect(map.locator(".contour").first()).toHaveAttribute("d", /^M/);
  const agree = async () => {
    const [line] = await readLines(page);
    const text = await page.locator(".figure-says").getAttribute("data-gradient");
    expect(Number(text?.split(" ")[0])).toBeCloseTo(line?.value ?? Number.NaN, 12);
  };
  await agree();
  const frame = await map.locator(".map-frame").boundingBox();
  if (frame === null) throw new Error("no map");
  await page.mouse.click(frame.x + frame.width / 4, frame.y + frame.height / 2);
  await nextFrame(page);
  expect(Number((await page.getByLabel("Value of w").inputValue()).replace("−", "-"))).toBeCloseTo(-1.5, 1);
  await agree();
  const before = await page.getByLabel("Value of b").inputValue();
  await map.focus();
  await page.keyboard.press("ArrowUp");
  await nextFrame(page);
  expect(await page.getByLabel("Value of b").inputValue()).not.toBe(before);
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "1");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("the point is dragged, and one undo takes the whole drag back; the section's slope is the gradient's length", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/?tab=landscape");
  await expect(page.locator(".contour").first()).toHaveAttribute("d", /^M/);
  const map = await page.locator(".contour").first().getAttribute("d");
  const frame = await page.locator(".map-frame").boundingBox();
  if (frame === null) throw new Error("no map");
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.mouse.down();
  for (const part of [0.6, 0.7, 0.8]) {
    await page.mouse.move(frame.x + frame.width * part, frame.y + frame.height * part);
    await nextFrame(page);
  }
  await page.mouse.up();
  const box = page.getByLabel("Value of w");
  expect(Number((await box.inputValue()).replace("−", "-"))).toBeCloseTo(1.8, 1);
  expect(await page.locator(".contour").first().getAttribute("d")).toBe(map);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(box).toHaveValue("1.20");
  await page.getByLabel("section along the gradient").check();
  const [x = Number.NaN, y = Number.NaN] = ((await page.locator(".figure-says").getAttribute("data-gradient")) ?? "")
    .split(" ")
    .map(Number);
  const steepness = Number(await page.locator("[data-steepness]").getAttribute("data-steepness"));
  expect(steepness).toBeCloseTo(Math.hypot(x, y), 12);
  await expect(page.locator("[data-curve=section]")).toHaveAttribute("d", /^M/);
});
